package io.leeway.monitor;

import io.leeway.statistics.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything known of one window. A pure function of its profile, the baseline and the settings.
 *
 * @param end exclusive
 * @param closed whether the watermark has passed its end; later rows revise it
 * @param revision 1 when first reported, one more each time its numbers change
 * @param n predictions
 * @param otherBaseline rows whose bins were cut by another baseline and so stand outside the comparison
 * @param labelled predictions whose label is known
 * @param driftedFeatures how many features, the score and the prediction included, have drifted
 * @param performance by the names of the interface; empty without labels
 * @param baselinePerformance the same figures of the baseline; empty where it has no labels
 */
public record WindowReport(
        WindowKey key,
        Instant end,
        boolean closed,
        long revision,
        long n,
        long otherBaseline,
        long labelled,
        int driftedFeatures,
        Optional<BaselineInfo> baseline,
        Figures performance,
        Figures baselinePerformance,
        List<FeatureReport> features) {
    public WindowReport {
        features = List.copyOf(features);
    }

    /** The same of another window. */
    WindowReport of(WindowKey other, Instant itsEnd) {
        return new WindowReport(
                other,
                itsEnd,
                closed,
                revision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                features);
    }

    /** The same with another revision. */
    WindowReport revised(long newRevision) {
        return new WindowReport(
                key,
                end,
                closed,
                newRevision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                features);
    }

    /** The same without its features. */
    WindowReport summary() {
        return new WindowReport(
                key,
                end,
                closed,
                revision,
                n,
                otherBaseline,
                labelled,
                driftedFeatures,
                baseline,
                performance,
                baselinePerformance,
                List.of());
    }

    /**
     * The baseline a window was compared with.
     *
     * @param learned whether it was learned from the first rows instead of uploaded
     */
    public record BaselineInfo(String id, long n, boolean learned) {}
}
