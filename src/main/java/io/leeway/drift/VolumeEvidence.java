package io.leeway.drift;

import io.leeway.statistics.VolumeTest;
import java.util.List;
import java.util.Optional;

/**
 * How many rows a window has, beside the windows of its reference.
 *
 * @param before rows of each window of the reference
 */
public record VolumeEvidence(long n, List<Long> before) implements Evidence {
    public VolumeEvidence {
        before = List.copyOf(before);
    }

    @Override
    public Subject subject() {
        return Subject.VOLUME;
    }

    /** Windows of the reference are thinned as the window is: there are no fewer of them. */
    @Override
    public Evidence thinned(double ofWindow, double ofReference) {
        return new VolumeEvidence(
                Math.round(n * ofWindow),
                before.stream().map(rows -> Math.round(rows * ofWindow)).toList());
    }

    @Override
    public Optional<String> obstacle() {
        return before.size() < VolumeTest.WINDOWS_NEEDED
                ? Optional.of("the reference has " + before.size() + " windows, at least " + VolumeTest.WINDOWS_NEEDED
                        + " are needed to tell how many rows are usual")
                : Optional.empty();
    }

    @Override
    public EvidenceTest test(JudgeSettings settings) {
        return new VolumeChangeTest(VolumeTest.of(n, before));
    }
}
