package io.leeway.drift;

import io.leeway.statistics.MergedCounts;
import io.leeway.statistics.OwnNoise;
import java.util.ArrayList;
import java.util.List;

/** Whether neighbouring bins are alike, which decides how sparse ones are merged before a test. */
public enum BinOrder {
    /** Bins of a number: a sparse one merges with the next. */
    ORDERED {
        @Override
        MergedCounts merge(long[] reference, long[] window) {
            return MergedCounts.ordered(reference, window);
        }
    },
    /** Categories: all sparse ones form one rest. */
    UNORDERED {
        @Override
        MergedCounts merge(long[] reference, long[] window) {
            return MergedCounts.unordered(reference, window);
        }
    };

    abstract MergedCounts merge(long[] reference, long[] window);

    /**
     * The noise of a feature's own over windows of its reference, each compared with the rest. It depends on nothing that is
     * judged, so it is computed once per reference and window size. Windows with too few values say nothing.
     *
     * @param reference counts per bin
     * @param windows counts per bin of each window that is part of the reference
     */
    public OwnNoise noise(long[] reference, List<long[]> windows) {
        List<MergedCounts> againstTheRest = new ArrayList<>();
        for (long[] window : windows) {
            MergedCounts counts = merge(rest(reference, window), window);
            if (Evidence.isEnough(counts.n()) && Evidence.isEnough(counts.m())) {
                againstTheRest.add(counts);
            }
        }
        return OwnNoise.over(againstTheRest);
    }

    private static long[] rest(long[] reference, long[] window) {
        long[] rest = reference.clone();
        for (int bin = 0; bin < window.length; bin++) {
            rest[bin] -= window[bin];
        }
        return rest;
    }
}
