package io.leeway.sketch;

import java.util.Arrays;

/**
 * Finds a value's place among ascending edges: the range is cut into cells of equal width, and only the edges of the
 * value's own cell are searched. Right for any edges; quick where they are not all crowded together. Immutable.
 */
final class EdgeCells {
    /** 32 kB of cells, beside at most a hundred of edges. */
    private static final int MOST_CELLS = 8192;

    /** The edges, and infinity as often as a search may look behind them. */
    private final double[] edges;
    /** How many edges stand in cells before each; one more at the end. */
    private final int[] before;

    /** How many edges the search of any cell begins with half of, a power of two. */
    private final int half;

    private final double least;
    private final double cellsPerUnit;

    /** @param edges at least one, finite, none twice */
    EdgeCells(double[] edges) {
        int cells = Math.min(MOST_CELLS, Integer.highestOneBit(edges.length));
        double width = edges[edges.length - 1] - edges[0];
        double scale = cells / width;
        this.least = edges[0];
        this.cellsPerUnit = Double.isFinite(width) && Double.isFinite(scale) ? scale : 0;
        this.before = new int[cells + 1];
        for (double edge : edges) {
            before[cell(edge) + 1]++;
        }
        this.half = Integer.highestOneBit(Arrays.stream(before).max().orElseThrow());
        for (int cell = 0; cell < cells; cell++) {
            before[cell + 1] += before[cell];
        }
        this.edges = Arrays.copyOf(edges, edges.length + 2 * half);
        Arrays.fill(this.edges, edges.length, this.edges.length, Double.POSITIVE_INFINITY);
    }

    /**
     * How many edges are below each of the first {@code count} of finite values. The search takes as many steps in every
     * cell, although those behind it may then be looked at too, and every step is taken for all values before the next one:
     * no value then waits for the memory or the comparison of another, which takes a third of the time of one after the
     * other.
     */
    int[] below(double[] values, int count) {
        int[] below = new int[count];
        for (int i = 0; i < count; i++) {
            below[i] = before[cell(values[i])];
        }
        for (int step = half; step > 0; step >>= 1) {
            stepOver(values, below, step);
        }
        return below;
    }

    private void stepOver(double[] values, int[] below, int step) {
        for (int i = 0; i < below.length; i++) {
            int far = below[i] + step;
            below[i] = edges[far - 1] < values[i] ? far : below[i];
        }
    }

    /** Whether so many edges below a value, it is itself the next one. */
    boolean isNext(int below, double value) {
        return edges[below] == value;
    }

    /** Never falls as the value rises: neither subtraction nor multiplication, rounded, nor cutting to a whole number changes the order. */
    private int cell(double value) {
        return Math.max(0, Math.min((int) ((value - least) * cellsPerUnit), before.length - 2));
    }
}
