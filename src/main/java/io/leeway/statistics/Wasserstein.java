package io.leeway.statistics;

import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Bins;
import java.util.OptionalDouble;

/**
 * The Wasserstein distance of order 1 (earth mover's): {@code integral |F(x) - G(x)| dx}, in the unit of the values. A
 * distance. Beyond the range of the bins it is exact as long as one side has no value there; inside, values stand evenly
 * in their slot, which moves none by more than the slot's width. Absent when one side is empty or the distance exceeds a
 * double. (Vallender 1974, doi:10.1137/1118101.)
 */
public final class Wasserstein {
    private final BinnedDistribution reference;
    private final BinnedDistribution window;

    private Wasserstein(BinnedDistribution reference, BinnedDistribution window) {
        this.reference = reference;
        this.window = window;
    }

    /** The distance of two samples counted on the same bins. */
    public static OptionalDouble distance(BinnedDistribution reference, BinnedDistribution window) {
        if (reference.total() == 0 || window.total() == 0) {
            return OptionalDouble.empty();
        }
        Wasserstein pair = new Wasserstein(reference, window);
        double distance = pair.inside() + pair.beyond();
        return Double.isFinite(distance) ? OptionalDouble.of(distance) : OptionalDouble.empty();
    }

    private double beyond() {
        return Math.abs(reference.integralBelow() - window.integralBelow())
                + Math.abs(reference.integralAbove() - window.integralAbove());
    }

    /** Over the gaps: single values have no width. */
    private double inside() {
        Bins bins = reference.bins();
        BinnedDistribution.Ascent r = reference.ascent();
        BinnedDistribution.Ascent w = window.ascent();
        double sum = 0;
        int end = bins.slots() - 1;
        for (int gap = 2; gap < end; gap += 2) {
            double from = r.share(gap - 1) - w.share(gap - 1);
            double to = r.share(gap) - w.share(gap);
            sum += bins.width(gap) * meanOfLine(from, to);
        }
        return sum;
    }

    /** The mean of |y| along a straight line from {@code from} to {@code to}. */
    private static double meanOfLine(double from, double to) {
        double ends = Math.abs(from) + Math.abs(to);
        return from * to >= 0 ? ends / 2 : (from * from + to * to) / (2 * ends);
    }
}
