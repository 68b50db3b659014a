package io.leeway.statistics;

import io.leeway.sketch.BinCounts;
import io.leeway.sketch.Bins;
import java.util.OptionalDouble;

/**
 * The Wasserstein distance of order 1 (earth mover's): {@code integral |F(x) - G(x)| dx}, in the unit of the values. A
 * distance. Beyond the range of the bins it is exact as long as one side has no value there; inside, values stand evenly
 * in their slot, which moves none by more than the slot's width. Absent when one side is empty or the distance exceeds a
 * double. (Vallender 1974, doi:10.1137/1118101.)
 */
public final class Wasserstein {
    private final Bins bins;
    private final long[] reference;
    private final long[] window;

    private Wasserstein(Bins bins, long[] reference, long[] window) {
        this.bins = bins;
        this.reference = reference;
        this.window = window;
    }

    public static OptionalDouble distance(Bins bins, BinCounts reference, BinCounts window) {
        if (reference.total() == 0 || window.total() == 0) {
            return OptionalDouble.empty();
        }
        double inside = new Wasserstein(bins, reference.cumulative(bins), window.cumulative(bins)).inside();
        double distance = inside + beyond(reference, window);
        return Double.isFinite(distance) ? OptionalDouble.of(distance) : OptionalDouble.empty();
    }

    private static double beyond(BinCounts reference, BinCounts window) {
        double m = reference.total();
        double n = window.total();
        return Math.abs(reference.sumBelow() / m - window.sumBelow() / n)
                + Math.abs(reference.sumAbove() / m - window.sumAbove() / n);
    }

    private double inside() {
        double sum = 0;
        double before = difference(0);
        for (int slot = 1; slot < bins.slots() - 1; slot++) {
            double after = difference(slot);
            if (!bins.single(slot)) {
                sum += (bins.upper(slot) - bins.lower(slot)) * meanOfLine(before, after);
            }
            before = after;
        }
        return sum;
    }

    private double difference(int slot) {
        return reference[slot] / (double) reference[reference.length - 1]
                - window[slot] / (double) window[window.length - 1];
    }

    /** The mean of |y| along a straight line from {@code from} to {@code to}. */
    private static double meanOfLine(double from, double to) {
        double ends = Math.abs(from) + Math.abs(to);
        return from * to >= 0 ? ends / 2 : (from * from + to * to) / (2 * ends);
    }
}
