package io.leeway.drift;

import java.util.List;

/** All that is tested of one feature, score or prediction in a closed window. */
public record FeatureEvidence(String name, List<Evidence> evidence) {
    public FeatureEvidence {
        evidence = List.copyOf(evidence);
    }

    /** Which bins of its values moved by more than chance moves them, the most first. */
    public List<MovedBin> moved() {
        return evidence.stream()
                .filter(ValueEvidence.class::isInstance)
                .map(ValueEvidence.class::cast)
                .flatMap(values -> values.movedBins().stream())
                .toList();
    }

    /** The same of fewer rows, see {@link Evidence#thinned}. */
    public FeatureEvidence thinned(double ofWindow, double ofReference) {
        return new FeatureEvidence(
                name,
                evidence.stream().map(it -> it.thinned(ofWindow, ofReference)).toList());
    }
}
