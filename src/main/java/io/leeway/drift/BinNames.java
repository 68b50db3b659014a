package io.leeway.drift;

import java.util.List;

/** What the bins of a feature are called, to say which of them values moved to. */
public sealed interface BinNames permits Intervals, CategoryNames, BinNames.None {
    /**
     * Which bins gained, in words; empty where none did.
     *
     * @param gains by how much the share of each bin grew from the reference to the window
     */
    String moved(double[] gains);

    /** The name of each bin; none where they have none. */
    List<String> names();

    /** Bins without names: nothing is said of them. */
    record None() implements BinNames {
        @Override
        public String moved(double[] gains) {
            return "";
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    }
}
