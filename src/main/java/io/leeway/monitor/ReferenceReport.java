package io.leeway.monitor;

import io.leeway.drift.Verdict;
import java.util.List;

/**
 * What a window looks like against one of several references. Its tests are a family of their own.
 *
 * @param name as settings write it
 * @param n how many rows the reference has
 */
public record ReferenceReport(String name, long n, List<FeatureReport> features) {
    public ReferenceReport {
        features = List.copyOf(features);
    }

    /** How many features, the score and the prediction included, have drifted from this reference. */
    public int driftedFeatures() {
        return (int) features.stream()
                .filter(feature -> feature.verdict() == Verdict.DRIFTED)
                .count();
    }
}
