package io.leeway.monitor;

import io.leeway.ingest.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long a model, or a version of it, has been silent at the end of its base windows, in time and in the rows that should
 * have come meanwhile, from the end of the base window of the last one on. What should have come in the last hour, or the
 * last base window if that is longer, does not count yet: a batch that comes a little later than usual is not missed.
 *
 * <p>The end of one silence is where the next window goes on, so what was found last is remembered; without it, it is found
 * again. One thread.
 */
final class Silences {
    private static final Duration GRACE = Duration.ofHours(1);

    private final Map<String, Silence> latest = new HashMap<>();

    /** The silence at the end of a window that has closed. */
    Silence at(WindowKey key, Instant end, KnownModel model, WindowSums sums) {
        Silence found = new Walk(model, sums).at(key, end);
        Silence unused = latest.put(key.model() + '\n' + key.version(), found);
        return found;
    }

    /** Forgets a model. */
    void forget(String model) {
        latest.values().removeIf(silence -> silence.window().model().equals(model));
    }

    private final class Walk {
        private final WindowSums sums;
        private final ZoneId zone;
        private final Usual usual;

        Walk(KnownModel model, WindowSums sums) {
            this.sums = sums;
            this.zone = model.definition().settings().zone();
            this.usual = new Usual(sums, zone, Math.max(model.first(), sums.droppedBefore()));
        }

        Silence at(WindowKey key, Instant end) {
            Silence begun = known(before(key))
                    .filter(unused -> newest(key, end) == Entry.NO_WATERMARK)
                    .orElseGet(() -> begun(key, end));
            return begun.last().isEmpty() ? endless(key, end) : goneOn(begun, key, end);
        }

        private Optional<Silence> known(WindowKey key) {
            return Optional.ofNullable(latest.get(key.model() + '\n' + key.version()))
                    .filter(silence -> silence.window().equals(key));
        }

        /** The silence that begins with the newest row in or before a window. */
        private Silence begun(WindowKey key, Instant end) {
            Instant asleep = key.size().startOf(end.minus(Closings.SLEEPS_AFTER), zone);
            long newest = newest(key, end);
            return newest == Entry.NO_WATERMARK
                    ? sums.lastRows(key.version(), asleep, end)
                            .map(key::at)
                            .map(at -> since(at, newest(at, end(at))))
                            .orElseGet(() -> endless(key, end))
                    : since(key, newest);
        }

        private Silence since(WindowKey at, long row) {
            Instant end = end(at);
            return new Silence(at, end, Optional.of(Instant.ofEpochMilli(row)), OptionalDouble.empty(), 0, end);
        }

        /** No row in so long that none is expected. */
        private Silence endless(WindowKey key, Instant end) {
            return new Silence(key, end, Optional.empty(), OptionalDouble.empty(), 0, end);
        }

        /** Adds what usually comes in the windows that are no longer within the time of grace. */
        private Silence goneOn(Silence begun, WindowKey key, Instant end) {
            Instant until = end.minus(grace(key));
            Instant upTo = begun.upTo();
            double expected = begun.expected();
            while (upTo.isBefore(until)) {
                WindowKey next = key.at(key.size().startOf(upTo, zone));
                expected += usual.rows(next).orElse(0);
                upTo = end(next);
            }
            return new Silence(key, end, begun.last(), usual.rows(key), expected, upTo);
        }

        private long newest(WindowKey key, Instant end) {
            return sums.came(key, end).newest();
        }

        private WindowKey before(WindowKey key) {
            return key.at(key.size().before(key.start(), zone));
        }

        private Instant end(WindowKey key) {
            return key.size().endOf(key.start(), zone);
        }

        private Duration grace(WindowKey key) {
            return key.size().duration().compareTo(GRACE) > 0 ? key.size().duration() : GRACE;
        }
    }
}
