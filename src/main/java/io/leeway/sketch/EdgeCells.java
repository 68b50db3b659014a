package io.leeway.sketch;

/**
 * Finds a value's place among ascending edges: the range is cut into cells of equal width, and only the edges of the
 * value's own cell are searched. Right for any edges; quick where they are not all crowded together. Immutable.
 */
final class EdgeCells {
    /** 32 kB of cells, beside at most a hundred of edges. */
    private static final int MOST_CELLS = 8192;

    private final double[] edges;
    /** How many edges stand in cells before each; one more at the end. */
    private final int[] before;

    private final double least;
    private final double cellsPerUnit;

    /** @param edges at least one, finite, none twice */
    EdgeCells(double[] edges) {
        int cells = Math.min(MOST_CELLS, Integer.highestOneBit(edges.length));
        double width = edges[edges.length - 1] - edges[0];
        double scale = cells / width;
        this.edges = edges;
        this.least = edges[0];
        this.cellsPerUnit = Double.isFinite(width) && Double.isFinite(scale) ? scale : 0;
        this.before = new int[cells + 1];
        for (double edge : edges) {
            before[cell(edge) + 1]++;
        }
        for (int cell = 0; cell < cells; cell++) {
            before[cell + 1] += before[cell];
        }
    }

    /** How many edges are below a finite value. The search takes no branch that depends on the value. */
    int below(double value) {
        int cell = cell(value);
        int from = before[cell];
        int length = before[cell + 1] - from;
        while (length > 0) {
            int half = (length + 1) >>> 1;
            from = edges[from + half - 1] < value ? from + half : from;
            length -= half;
        }
        return from;
    }

    /** Never falls as the value rises: neither subtraction nor multiplication, rounded, changes the order. */
    private int cell(double value) {
        return (int) Math.max(0, Math.min((value - least) * cellsPerUnit, before.length - 2));
    }
}
