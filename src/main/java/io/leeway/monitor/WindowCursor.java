package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import java.time.Instant;

/** Finds the base window of event times; quick where neighbours fall into the same window. */
final class WindowCursor {
    private final ModelSettings settings;
    private long start;
    private long end;

    WindowCursor(ModelSettings settings) {
        this.settings = settings;
    }

    /** The start of the window that holds an event time; both epoch milliseconds. */
    long startOf(long timestamp) {
        if (timestamp < start || timestamp >= end) {
            Instant first = settings.base().startOf(Instant.ofEpochMilli(timestamp), settings.zone());
            start = first.toEpochMilli();
            end = settings.base().endOf(first, settings.zone()).toEpochMilli();
        }
        return start;
    }
}
