package io.leeway.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a window is worth judging. One that is not is unknown: it neither opens, counts nor resolves anything.
 *
 * @param minSamples fewest rows
 * @param minLabelCoverage smallest share of rows whose label is known, 0 to 1; 0 when labels do not matter
 * @param notifyLate what ended so long before the newest window of its model when it was found is noted and not told; empty:
 *     everything is told
 */
public record Trust(long minSamples, double minLabelCoverage, Optional<Duration> notifyLate) {
    /** Everything is judged. */
    public static final Trust ANY = new Trust(0, 0);

    /** What is found is told, however late. */
    public Trust(long minSamples, double minLabelCoverage) {
        this(minSamples, minLabelCoverage, Optional.empty());
    }

    boolean in(Observation window) {
        return window.closed() && window.n() >= minSamples && (minLabelCoverage <= 0 || labelled(window));
    }

    private boolean labelled(Observation window) {
        OptionalDouble coverage = window.figure("label_coverage");
        return coverage.isPresent() && coverage.getAsDouble() >= minLabelCoverage;
    }
}
