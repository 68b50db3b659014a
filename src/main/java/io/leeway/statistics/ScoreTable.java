package io.leeway.statistics;

import io.leeway.sketch.ScoreHistogram;
import java.util.Arrays;

/** The scores of two classes side by side: the bins that hold any, ascending, and how many of each class. Immutable. */
public final class ScoreTable {
    private final int[] bins;
    private final double[] negatives;
    private final double[] positives;

    private ScoreTable(int[] bins, double[] negatives, double[] positives) {
        this.bins = bins;
        this.negatives = negatives;
        this.positives = positives;
    }

    public static ScoreTable of(ScoreHistogram negatives, ScoreHistogram positives) {
        int[] bins = union(negatives.bins(), positives.bins());
        return new ScoreTable(
                bins,
                Arrays.stream(bins).mapToDouble(negatives::count).toArray(),
                Arrays.stream(bins).mapToDouble(positives::count).toArray());
    }

    /** The same without a part of it. */
    public ScoreTable without(ScoreHistogram itsNegatives, ScoreHistogram itsPositives) {
        return new ScoreTable(bins, less(negatives, itsNegatives), less(positives, itsPositives));
    }

    int size() {
        return bins.length;
    }

    /** The middle of a bin. */
    double score(int i) {
        return (bins[i] + 0.5) / ScoreHistogram.BINS;
    }

    double negatives(int i) {
        return negatives[i];
    }

    double positives(int i) {
        return positives[i];
    }

    /** How many negatives there are in each bin. Not to be changed. */
    double[] negatives() {
        return negatives;
    }

    /** How many positives there are in each bin. Not to be changed. */
    double[] positives() {
        return positives;
    }

    private double[] less(double[] counts, ScoreHistogram part) {
        double[] rest = counts.clone();
        for (int bin : part.bins()) {
            rest[Arrays.binarySearch(bins, bin)] -= part.count(bin);
        }
        return rest;
    }

    private static int[] union(int[] some, int[] others) {
        int[] all = new int[some.length + others.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < some.length || j < others.length) {
            int next = Math.min(
                    i < some.length ? some[i] : Integer.MAX_VALUE, j < others.length ? others[j] : Integer.MAX_VALUE);
            all[size++] = next;
            i += i < some.length && some[i] == next ? 1 : 0;
            j += j < others.length && others[j] == next ? 1 : 0;
        }
        return Arrays.copyOf(all, size);
    }
}
