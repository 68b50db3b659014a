package io.leeway.drift;

import java.util.List;

/** All that is tested of one feature, score or prediction in a closed window. */
public record FeatureEvidence(String name, List<Evidence> evidence) {
    public FeatureEvidence {
        evidence = List.copyOf(evidence);
    }

    /** The same of fewer rows, see {@link Evidence#thinned}. */
    public FeatureEvidence thinned(double ofWindow, double ofReference) {
        return new FeatureEvidence(
                name,
                evidence.stream().map(it -> it.thinned(ofWindow, ofReference)).toList());
    }
}
