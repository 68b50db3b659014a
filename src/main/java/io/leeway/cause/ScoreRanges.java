package io.leeway.cause;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.event.Categories;
import io.leeway.sketch.ScoreHistogram;
import io.leeway.truth.BinaryTally;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Tenths of a binary model's labelled baseline by score, and how many answers were wrong in each.
 *
 * @param edges bins of a {@link ScoreHistogram} with which a range begins, ascending, without 0
 * @param baseline one more than there are edges
 */
public record ScoreRanges(List<Integer> edges, List<LossSum> baseline) {
    private static final int RANGES = 10;
    private static final int VERSION = 1;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    public ScoreRanges {
        edges = List.copyOf(edges);
        baseline = List.copyOf(baseline);
    }

    /** Those of a tally; empty where its answers are not its scores cut at a threshold. */
    public static Optional<ScoreRanges> of(BinaryTally reference) {
        return CutScores.of(reference).map(scores -> {
            List<Integer> edges = edges(scores);
            return new ScoreRanges(edges, scores.wrong(edges));
        });
    }

    /** Each range of a window as a part of it; none where its answers are not its scores cut. */
    public List<Part> parts(BinaryTally window) {
        return CutScores.of(window).map(scores -> parts(scores.wrong(edges))).orElseGet(List::of);
    }

    private List<Part> parts(List<LossSum> window) {
        LossSum now = sum(window);
        LossSum before = sum(baseline);
        return IntStream.range(0, window.size())
                .mapToObj(range -> new Part(
                        name(range),
                        Measure.ACCURACY,
                        Part.Sides.of(window.get(range), now),
                        Part.Sides.of(baseline.get(range), before)))
                .toList();
    }

    private String name(int range) {
        String from = range == 0 ? "0" : edge(range - 1);
        String to = range == edges.size() ? "1" : edge(range);
        return "scores from " + from + " to " + to;
    }

    private String edge(int index) {
        double edge = edges.get(index) / (double) ScoreHistogram.BINS;
        return Categories.of(new BigDecimal(edge).round(THREE_DIGITS).doubleValue());
    }

    private static LossSum sum(List<LossSum> ranges) {
        return ranges.stream()
                .reduce((left, right) -> LossSum.ofWrong((long) (left.sum() + right.sum()), left.n() + right.n()))
                .orElseThrow();
    }

    private static List<Integer> edges(CutScores scores) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (int range = 1; range < RANGES; range++) {
            edges.add(scores.quantile(range / (double) RANGES));
        }
        edges.remove(0);
        return List.copyOf(edges);
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).count(edges.size());
        edges.forEach(out::count);
        baseline.forEach(range -> range.write(out));
    }

    public static ScoreRanges read(ByteReader in) {
        int unused = in.version("ranges of scores", VERSION);
        List<Integer> edges = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            edges.add((int) in.count());
        }
        List<LossSum> baseline = new ArrayList<>();
        for (int range = 0; range <= edges.size(); range++) {
            baseline.add(LossSum.read(in));
        }
        return new ScoreRanges(edges, baseline);
    }
}
