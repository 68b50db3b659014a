package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.ingest.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which windows of a model close while its watermark moves: those whose end it reaches.
 *
 * @param settings the model's
 * @param since the watermark before, epoch milliseconds, or {@link Entry#NO_WATERMARK}
 * @param watermark the watermark now
 * @param first the oldest event time of any row: no window before it exists
 */
record Closings(ModelSettings settings, long since, long watermark, long first) {
    /** The starts of the windows of one size that close, oldest first. */
    List<Instant> starts(WindowSize size) {
        List<Instant> starts = new ArrayList<>();
        if (watermark == Entry.NO_WATERMARK) {
            return starts;
        }
        Instant now = Instant.ofEpochMilli(watermark);
        Instant before = since == Entry.NO_WATERMARK ? Instant.MIN : Instant.ofEpochMilli(since);
        Instant start = size.startOf(Instant.ofEpochMilli(Math.max(since, first)), settings.zone());
        Instant end = size.endOf(start, settings.zone());
        while (!end.isAfter(now)) {
            if (end.isAfter(before)) {
                starts.add(start);
            }
            start = end;
            end = size.endOf(start, settings.zone());
        }
        return starts;
    }
}
