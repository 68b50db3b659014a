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
     * How many edges are below a finite value. The search takes as many steps in every cell, although those behind it may
     * then be looked at too, and no branch that depends on the value: so the processor goes on to the next value while it
     * waits for the memory of this one, which takes a third of the time.
     */
    int below(double value) {
        int below = before[cell(value)];
        for (int step = half; step > 0; step >>= 1) {
            below = edges[below + step - 1] < value ? below + step : below;
        }
        return below;
    }

    /** Whether so many edges below a value, it is itself the next one. */
    boolean isNext(int below, double value) {
        return edges[below] == value;
    }

    /** Never falls as the value rises: neither subtraction nor multiplication, rounded, changes the order. */
    private int cell(double value) {
        return (int) Math.max(0, Math.min((value - least) * cellsPerUnit, before.length - 2));
    }
}
