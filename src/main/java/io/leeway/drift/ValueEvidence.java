package io.leeway.drift;

import io.leeway.statistics.MergedCounts;
import io.leeway.statistics.OwnNoise;
import io.leeway.statistics.PsiTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How valid values of a window spread over bins, beside those of the reference on the same bins.
 *
 * @param reference counts per bin; a category that only the window has counts 0 here
 * @param window counts per bin, of the same length
 * @param noise of the feature's own between windows of this size, see {@link BinOrder#noise}
 * @param names to say which bins gained
 */
public record ValueEvidence(BinOrder order, long[] reference, long[] window, OwnNoise noise, BinNames names)
        implements Evidence {
    /** Of bins without names. */
    public ValueEvidence(BinOrder order, long[] reference, long[] window, OwnNoise noise) {
        this(order, reference, window, noise, new BinNames.None());
    }

    public ValueEvidence {
        if (reference.length != window.length) {
            throw new IllegalArgumentException(window.length + " bins against " + reference.length);
        }
        reference = reference.clone();
        window = window.clone();
    }

    @Override
    public Subject subject() {
        return Subject.VALUES;
    }

    @Override
    public Evidence thinned(double ofWindow, double ofReference) {
        return new ValueEvidence(order, times(reference, ofReference), times(window, ofWindow), noise, names);
    }

    @Override
    public Optional<String> obstacle() {
        Optional<String> tooFew = tooFew();
        return tooFew.isPresent() || merged().bins() > 1
                ? tooFew
                : Optional.of("nearly all values stand in one bin, on both sides");
    }

    @Override
    public EvidenceTest test(JudgeSettings settings) {
        MergedCounts counts = merged();
        return new ValueTest(counts.n(), noise.known(), PsiTest.of(counts, noise, settings.tolerance()), this::moved);
    }

    /** Which bins moved by more than chance moves them, the most first; none where bins have no names. */
    List<MovedBin> movedBins() {
        return MovedBin.of(names.names(), reference, window);
    }

    private String moved() {
        double n = Arrays.stream(window).sum();
        double m = Arrays.stream(reference).sum();
        return names.moved(IntStream.range(0, window.length)
                .mapToDouble(bin -> window[bin] / n - reference[bin] / m)
                .toArray());
    }

    private static long[] times(long[] counts, double share) {
        return Arrays.stream(counts).map(count -> Math.round(count * share)).toArray();
    }

    private Optional<String> tooFew() {
        return Evidence.tooFew(
                Arrays.stream(window).sum(), Arrays.stream(reference).sum());
    }

    private MergedCounts merged() {
        return order.merge(reference, window);
    }
}
