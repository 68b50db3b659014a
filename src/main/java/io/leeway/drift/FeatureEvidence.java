package io.leeway.drift;

import java.util.List;

/** All that is tested of one feature, score or prediction in a closed window. */
public record FeatureEvidence(String name, List<Evidence> evidence) {
    public FeatureEvidence {
        evidence = List.copyOf(evidence);
    }
}
