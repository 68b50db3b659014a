package io.leeway.change;

import io.leeway.sequential.Step;
import java.time.Instant;

/**
 * A day, or as many as it takes for their mean to say something.
 *
 * @param end of the last day
 * @param scale by how much the means of days scatter more than rows that err apart from each other would make them, at least 1
 */
record LossStep(Instant start, Instant end, long n, double loss, double scale) {
    LossStep with(LossDay day) {
        return new LossStep(start, day.end(), n + day.n(), loss + day.loss(), scale);
    }

    LossStep scaled(double newScale) {
        return new LossStep(start, end, n, loss, newScale);
    }

    /** How it stands to a level that is higher by so much than the baseline's. */
    double value(LossLevel level, double above) {
        return level.standardised((double) n, loss, above) / scale;
    }

    /** As many rows as would scatter as these do if they erred apart from each other. */
    Step asRows() {
        long rows = Math.max(1, Math.round(n / (scale * scale)));
        return new Step(rows, loss / n * rows);
    }
}
