package io.leeway.app;

import io.leeway.app.verticle.SeriesVerticle;
import io.leeway.telemetry.Meters;

/** The series verticle's counts as meters. */
record SeriesMeters(Meters meters) implements SeriesVerticle.SeriesMeter {
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
}
