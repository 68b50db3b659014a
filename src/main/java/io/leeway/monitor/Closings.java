package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.ingest.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which windows of a model close while its watermark moves: those whose end it reaches, the empty ones included. Stretches
 * in which the model sleeps are leapt over, however long they are.
 *
 * @param since the watermark before, epoch milliseconds, or {@link Entry#NO_WATERMARK}
 */
record Closings(KnownModel model, long since, WindowSums rows) {
    /** A model without rows for so long sleeps: its empty windows are not reported until its next row. */
    static final Duration SLEEPS_AFTER = Duration.ofDays(30);

    private static final Instant END_OF_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** The starts of the windows of one size that close, oldest first. */
    List<Instant> starts(WindowSize size) {
        List<Instant> starts = new ArrayList<>();
        Optional<Instant> next = begin(size);
        while (next.filter(start -> hasEnded(size, start)).isPresent()) {
            Instant start = next.get();
            Instant end = size.endOf(start, zone());
            if (rows.firstRows(start.minus(SLEEPS_AFTER), end).isPresent()) {
                starts.add(start);
                next = Optional.of(end);
            } else {
                next = rows.firstRows(end, END_OF_TIME).map(row -> size.startOf(row, zone()));
            }
        }
        return starts;
    }

    /** The oldest window that may close; none before the first row. */
    private Optional<Instant> begin(WindowSize size) {
        return model.versions().isEmpty()
                ? Optional.empty()
                : Optional.of(size.startOf(Instant.ofEpochMilli(Math.max(since, model.first())), zone()));
    }

    private boolean hasEnded(WindowSize size, Instant start) {
        return size.endOf(start, zone()).toEpochMilli() <= model.watermark();
    }

    private ZoneId zone() {
        return model.definition().settings().zone();
    }
}
