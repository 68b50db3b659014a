package io.leeway.drift;

import io.leeway.event.Categories;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The bins of a number, each of which ends with an edge and holds it; behind the last edge there is one more.
 *
 * @param edges ascending
 */
record Intervals(double[] edges) implements BinNames {
    /** A run of bins is what moved where it has so much of all gains; what else gained is chance or rounding. */
    private static final double NEARLY_ALL = 0.9;

    private static final MathContext SIX_DIGITS = new MathContext(6);

    Intervals {
        edges = edges.clone();
    }

    /** Such as {@code (1.5, 2]}, the ends rounded to six digits. */
    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        String from = "-inf";
        for (double edge : edges) {
            String to = Categories.of(new BigDecimal(edge).round(SIX_DIGITS).doubleValue());
            names.add("(" + from + ", " + to + "]");
            from = to;
        }
        names.add("(" + from + ", inf)");
        return names;
    }

    @Override
    public String moved(double[] gains) {
        Run low = new Run(0, lowest(gains));
        Run high = new Run(highest(gains), gains.length);
        double enough = NEARLY_ALL * new Run(0, gains.length).gained(gains);
        if (enough <= 0) {
            return "";
        }
        if (high.gained(gains) >= enough) {
            return high.bins() + " above " + edge(high.from() - 1) + " gained";
        }
        if (low.gained(gains) >= enough) {
            return low.bins() + " up to " + edge(low.to() - 1) + " gained";
        }
        if (low.gained(gains) + high.gained(gains) >= enough) {
            return "every bin up to " + edge(low.to() - 1) + " and above " + edge(high.from() - 1) + " gained";
        }
        Run most = most(gains);
        return most.gained(gains) >= enough
                ? most.bins() + " " + between(most) + " gained"
                : between(most) + " gained most";
    }

    private String between(Run run) {
        if (run.from() == 0) {
            return "up to " + edge(run.to() - 1);
        }
        return run.to() > edges.length
                ? "above " + edge(run.from() - 1)
                : "from " + edge(run.from() - 1) + " to " + edge(run.to() - 1);
    }

    private String edge(int index) {
        return Wording.number(edges[index]);
    }

    /** How many bins from the first on gained. */
    private static int lowest(double[] gains) {
        int to = 0;
        while (to < gains.length && gains[to] > 0) {
            to++;
        }
        return to;
    }

    /** From which bin on all gained. */
    private static int highest(double[] gains) {
        int from = gains.length;
        while (from > 0 && gains[from - 1] > 0) {
            from--;
        }
        return from;
    }

    /** The bins side by side that gained most together. */
    private static Run most(double[] gains) {
        Run most = new Run(0, 0);
        int from = 0;
        for (int bin = 0; bin < gains.length; bin++) {
            from = gains[bin] > 0 ? from : bin + 1;
            Run run = new Run(from, bin + 1);
            most = run.gained(gains) > most.gained(gains) ? run : most;
        }
        return most;
    }

    /**
     * Bins side by side.
     *
     * @param to exclusive
     */
    private record Run(int from, int to) {
        double gained(double[] gains) {
            double sum = 0;
            for (int bin = from; bin < to; bin++) {
                sum += Math.max(0, gains[bin]);
            }
            return sum;
        }

        String bins() {
            return to - from == 1 ? "the bin" : "every bin";
        }
    }
}
