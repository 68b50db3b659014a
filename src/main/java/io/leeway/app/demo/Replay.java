package io.leeway.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Sends the log of flights as it happened: hour by hour, each prediction when it was made, each label when it became
 * known, with the clock of the log. Every few hours of the log it waits until everything has been reported, so that what
 * the service decides is dated as it would have been.
 */
final class Replay {
    static final String PATH = "/v1/models/" + FlightLog.MODEL;

    private static final Duration STEP = Duration.ofHours(1);
    /** Hours of the log. */
    private static final int WAITS_EVERY = 6;
    /** So long after the last row the last week has closed. */
    private static final Duration AFTERWARDS = Duration.ofHours(27);

    private static final String NDJSON = "application/x-ndjson";

    private final NavigableMap<Instant, String> predictions;
    private final NavigableMap<Instant, String> labels;

    Replay() throws IOException {
        predictions = FlightLog.predictions(STEP);
        labels = FlightLog.labels(STEP);
    }

    /** The day of the first flight. */
    Instant start() {
        return predictions.firstKey().truncatedTo(ChronoUnit.DAYS);
    }

    void run(Client client, LogClock clock, Pace pace, PrintWriter out) throws IOException {
        var settings = client.put(PATH, "application/json", FlightLog.settings());
        var baseline = client.put(PATH + "/baseline", "text/csv", FlightLog.reference());
        out.printf(
                "Settings and baseline are in: a %s model, %,d flights of January and February to compare with.%n%n",
                settings.getString("task"), baseline.getLong("n"));
        NavigableSet<Instant> steps = new TreeSet<>(predictions.keySet());
        steps.addAll(labels.keySet());
        Progress progress = new Progress(out, steps.first(), steps.last());
        for (Instant now : steps) {
            clock.set(now);
            post(client, "/predictions", predictions.getOrDefault(now, ""));
            post(client, "/labels", labels.getOrDefault(now, ""));
            if (now.atZone(ZoneOffset.UTC).getHour() % WAITS_EVERY == 0) {
                var unused = client.getWhenReported(PATH);
            }
            if (progress.newDay(now)) {
                pace.aDay();
            }
        }
        var unused = client.getWhenReported(PATH);
        clock.set(steps.last().plus(AFTERWARDS));
        progress.done();
    }

    private static void post(Client client, String what, String rows) throws IOException {
        if (!rows.isEmpty()) {
            var unused = client.post(PATH + what, NDJSON, rows);
        }
    }
}
