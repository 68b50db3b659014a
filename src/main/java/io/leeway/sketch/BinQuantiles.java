package io.leeway.sketch;

/** Quantiles read off counts on bins. */
final class BinQuantiles {
    private final Bins bins;
    private final long[] cumulative;
    private final double min;
    private final double max;

    BinQuantiles(Bins bins, long[] cumulative, Moments moments) {
        this.bins = bins;
        this.cumulative = cumulative;
        this.min = moments.min().orElse(bins.min());
        this.max = moments.max().orElse(bins.max());
    }

    double at(double p) {
        double position = (cumulative[cumulative.length - 1] - 1) * p;
        long below = (long) position;
        double from = orderStatistic(below);
        double part = position - below;
        return part > 0 ? from + (orderStatistic(below + 1) - from) * part : from;
    }

    /** The value with {@code rank} smaller or equal values before it. */
    private double orderStatistic(long rank) {
        int slot = slotOf(rank);
        if (bins.single(slot)) {
            return bins.upper(slot);
        }
        double from = Math.max(bins.lower(slot), min);
        double to = Math.min(bins.upper(slot), max);
        long before = slot == 0 ? 0 : cumulative[slot - 1];
        return from + (to - from) * ((rank - before + 0.5) / (cumulative[slot] - before));
    }

    private int slotOf(long rank) {
        int from = 0;
        int to = cumulative.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (cumulative[middle] > rank) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
