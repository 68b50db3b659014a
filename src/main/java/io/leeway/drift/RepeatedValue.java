package io.leeway.drift;

import io.leeway.sketch.BinCounts;
import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Bins;
import io.leeway.statistics.Share;
import java.util.Arrays;
import java.util.Optional;

/**
 * The value whose share grew most from the reference to the window: a sensor that is stuck, a default that took the place of
 * what was not known. Only values that the bins keep apart can be told: those the reference has often.
 *
 * @param slot where it stands
 * @param window how often the window has it
 * @param reference how often the reference has it
 */
record RepeatedValue(int slot, double value, Share window, Share reference) {
    /** One value has to explain this much of what the bins gained: else the values moved, and the value with them. */
    private static final double LEAST_PART = 0.5;

    /** Empty where no single value explains what moved. */
    static Optional<RepeatedValue> of(BinnedDistribution reference, BinnedDistribution window) {
        Optional<RepeatedValue> largest = Optional.empty();
        for (int slot : window.slots()) {
            if (reference.bins().single(slot)) {
                RepeatedValue found = at(slot, reference, window);
                if (largest.isEmpty() || found.gain() > largest.get().gain()) {
                    largest = Optional.of(found);
                }
            }
        }
        double gained = gained(reference.display(), window.display());
        return largest.filter(found -> found.gain() > 0 && found.gain() >= LEAST_PART * gained);
    }

    RepeatedValue thinned(double ofWindow, double ofReference) {
        return new RepeatedValue(slot, value, window.times(ofWindow), reference.times(ofReference));
    }

    /** How often another distribution has the value. */
    Share in(BinCounts other) {
        return new Share(other.in(slot), other.total());
    }

    /** How many values the bins keep apart: so many could have been the one. */
    static int candidates(Bins bins) {
        return bins.slots() / 2;
    }

    private double gain() {
        return window.rate() - reference.rate();
    }

    private static RepeatedValue at(int slot, BinnedDistribution reference, BinnedDistribution window) {
        return new RepeatedValue(slot, reference.bins().upper(slot), share(window, slot), share(reference, slot));
    }

    private static Share share(BinnedDistribution distribution, int slot) {
        return new Share(distribution.upTo(slot) - distribution.upTo(slot - 1), distribution.total());
    }

    private static double gained(long[] reference, long[] window) {
        double m = Arrays.stream(reference).sum();
        double n = Arrays.stream(window).sum();
        double gained = 0;
        for (int bin = 0; bin < window.length; bin++) {
            gained += Math.max(0, window[bin] / n - reference[bin] / m);
        }
        return gained;
    }
}
