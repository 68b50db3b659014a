package io.leeway.app;

import io.leeway.app.verticle.WorkMeter;
import io.leeway.telemetry.Meters;
import java.time.Duration;

/** What verticles count, as meters. */
record ServiceMeters(Meters meters) implements WorkMeter {
    @Override
    public void reported(long windows, Duration took) {
        meters.reported(windows, took);
    }

    @Override
    public void written(int points) {
        meters.pointsWritten(points);
    }

    @Override
    public void refused(int points) {
        meters.pointsRefused(points);
    }

    @Override
    public void unavailable() {
        meters.seriesFailed();
    }

    @Override
    public void mailed(int sent, int failed) {
        meters.mailed(sent, failed);
    }

    @Override
    public void pinged(boolean told) {
        meters.pinged(told);
    }
}
