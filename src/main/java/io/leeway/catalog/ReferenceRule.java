package io.leeway.catalog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What windows are compared with. Its text is its name in settings, reports and tags. */
public sealed interface ReferenceRule {
    /** As settings write it. */
    String text();

    /**
     * Which windows of the same size make up the reference of one, oldest first. All of them start before it. None for the
     * {@link Baseline} and parts of it, which are no windows of the log.
     */
    List<Instant> windows(WindowSize size, Instant start, ZoneId zone);

    /** Which windows of the same size have one in their reference: the other way round. */
    List<Instant> dependents(WindowSize size, Instant start, ZoneId zone);

    /** Whether it is made of windows of the log. */
    default boolean isPast() {
        return !(this instanceof Baseline || this instanceof SeasonalBaseline);
    }

    /** The reference rows that were uploaded, or learned from the first that arrived. */
    record Baseline() implements ReferenceRule {
        @Override
        public String text() {
            return "baseline";
        }

        @Override
        public List<Instant> windows(WindowSize size, Instant start, ZoneId zone) {
            return List.of();
        }

        @Override
        public List<Instant> dependents(WindowSize size, Instant start, ZoneId zone) {
            return List.of();
        }
    }

    /** The windows of the reference rows at the same time of the week; rows without times have none. */
    record SeasonalBaseline() implements ReferenceRule {
        @Override
        public String text() {
            return "seasonal baseline";
        }

        @Override
        public List<Instant> windows(WindowSize size, Instant start, ZoneId zone) {
            return List.of();
        }

        @Override
        public List<Instant> dependents(WindowSize size, Instant start, ZoneId zone) {
            return List.of();
        }
    }

    /** The window before: tells of a jump, and nothing of what comes slowly. */
    record Previous() implements ReferenceRule {
        @Override
        public String text() {
            return "previous";
        }

        @Override
        public List<Instant> windows(WindowSize size, Instant start, ZoneId zone) {
            return List.of(size.before(start, zone));
        }

        @Override
        public List<Instant> dependents(WindowSize size, Instant start, ZoneId zone) {
            return List.of(size.endOf(start, zone));
        }
    }

    /**
     * The last windows: follows a change that stays.
     *
     * @param count how many
     * @param offset how many between them and the window are left out, so that a slow change is not compared with its own
     *     beginning
     */
    record Trailing(int count, int offset) implements ReferenceRule {
        @Override
        public String text() {
            return "trailing " + count + (offset == 0 ? "" : " offset " + offset);
        }

        @Override
        public List<Instant> windows(WindowSize size, Instant start, ZoneId zone) {
            List<Instant> backwards = Stream.iterate(size.before(start, zone), it -> size.before(it, zone))
                    .skip(offset)
                    .limit(count)
                    .toList();
            return backwards.stream().sorted().toList();
        }

        @Override
        public List<Instant> dependents(WindowSize size, Instant start, ZoneId zone) {
            return Stream.iterate(size.endOf(start, zone), it -> size.endOf(it, zone))
                    .skip(offset)
                    .limit(count)
                    .toList();
        }
    }

    /**
     * The windows at the same time of the week: a season is no drift.
     *
     * @param weeks how many weeks back
     */
    record Seasonal(int weeks) implements ReferenceRule {
        @Override
        public String text() {
            return "seasonal " + weeks;
        }

        @Override
        public List<Instant> windows(WindowSize size, Instant start, ZoneId zone) {
            return IntStream.rangeClosed(1, weeks)
                    .map(week -> weeks + 1 - week)
                    .mapToObj(week -> shifted(size, start, -week, zone))
                    .distinct()
                    .toList();
        }

        @Override
        public List<Instant> dependents(WindowSize size, Instant start, ZoneId zone) {
            return IntStream.rangeClosed(1, weeks)
                    .mapToObj(week -> shifted(size, start, week, zone))
                    .distinct()
                    .toList();
        }

        private static Instant shifted(WindowSize size, Instant start, int byWeeks, ZoneId zone) {
            return size.startOf(start.atZone(zone).plusWeeks(byWeeks).toInstant(), zone);
        }
    }
}
