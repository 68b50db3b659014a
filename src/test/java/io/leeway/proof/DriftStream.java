package io.leeway.proof;

import io.leeway.catalog.WindowSize;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stream of predictions whose drift is known, and what was judged of it.
 *
 * @param facts of the manifest: kind, magnitude, onset, where ...
 */
record DriftStream(Map<String, String> facts, List<Window> windows) {
    /** Columns that say the same: any of them is right. */
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("education", "education-num"),
            Set.of("label", "score", "prediction", "relationship", "marital-status"));

    /** A judged window. */
    record Window(WindowSize size, Instant start, Judged judged) {
        Instant end() {
            return start.plus(size.duration());
        }
    }

    String kind() {
        return facts.getOrDefault("kind", "");
    }

    String magnitude() {
        return facts.getOrDefault("magnitude", "");
    }

    Optional<Instant> onset() {
        return Optional.ofNullable(facts.get("onset")).map(Instant::parse);
    }

    /** Whether nothing has changed yet. A season is there from the first day on. */
    boolean isQuiet(Window window) {
        return !kind().equals("weekly_season")
                && onset().map(onset -> !window.end().isAfter(onset)).orElse(kind().equals("none"));
    }

    List<Window> quiet() {
        return windows.stream().filter(this::isQuiet).toList();
    }

    /** The windows of a size that end behind the onset. */
    List<Window> changed(WindowSize size) {
        return windows.stream()
                .filter(window -> window.size() == size && !isQuiet(window))
                .toList();
    }

    /** The first window by whose end a rule has found the change, looking at both sizes. */
    Optional<Window> found(Rule rule) {
        return windows.stream()
                .filter(window -> !isQuiet(window) && rule.alarms(window.judged()))
                .min(Comparator.comparing(Window::end).thenComparing(Window::size));
    }

    /** How many days behind the onset a window has ended: what was found in it, was known then. */
    Optional<Duration> delay(Rule rule) {
        return found(rule).flatMap(window -> onset().map(onset -> Duration.between(onset, window.end())));
    }

    /** Found within three days, or in the first whole week. */
    boolean isFoundAtOnce(Rule rule) {
        return isFoundBy(rule, WindowSize.DAY, 3) || isFoundBy(rule, WindowSize.WEEK, 1);
    }

    /** Found in one of the first windows that lie wholly behind the onset, or in the one it falls into. */
    boolean isFoundBy(Rule rule, WindowSize size, int windows) {
        return changed(size).stream()
                .filter(window -> window.start()
                        .isBefore(onset().orElseThrow().plus(size.duration().multipliedBy(windows))))
                .anyMatch(window -> rule.alarms(window.judged()) && namesTheRightColumn(rule, window));
    }

    /** Whether the column that changed is the most conspicuous one. */
    boolean namesTheRightColumn(Rule rule, Window window) {
        String first = rule.drifted(window.judged()).get(0);
        String where = facts.getOrDefault("where", "").split(" ")[0];
        return first.equals(where) || ALIKE.stream().anyMatch(alike -> alike.contains(where) && alike.contains(first));
    }

    @Override
    public String toString() {
        return kind() + " " + magnitude();
    }
}
