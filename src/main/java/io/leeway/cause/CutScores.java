package io.leeway.cause;

import io.leeway.sketch.ScoreHistogram;
import io.leeway.statistics.Confusion;
import io.leeway.truth.BinaryTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The labelled rows of a binary tally by score, each answer being the score cut at a threshold. A tally keeps scores by true
 * class and answers apart; where one threshold explains all answers, the two go together again.
 *
 * @param rows by bin of the score: how many, and how many of them positive
 * @param threshold the bin from which on answers are positive
 */
record CutScores(TreeMap<Integer, long[]> rows, int threshold) {
    /** Rows in the threshold's own bin may have gone either way; more than this share of all is another decision. */
    private static final double MOST_ASTRAY = 0.005;

    /** Empty where some rows have no score, or answers do not follow it. */
    static Optional<CutScores> of(BinaryTally tally) {
        TreeMap<Integer, long[]> rows = new TreeMap<>();
        count(tally.negatives(), rows, 0);
        count(tally.positives(), rows, 1);
        long scored = tally.negatives().total() + tally.positives().total();
        return scored == 0 || scored != tally.n() ? Optional.empty() : cut(rows, tally.confusion());
    }

    private static void count(ScoreHistogram scores, TreeMap<Integer, long[]> rows, int positive) {
        for (int bin : scores.bins()) {
            long[] counts = rows.computeIfAbsent(bin, unused -> new long[2]);
            counts[0] += scores.count(bin);
            counts[1] += positive * scores.count(bin);
        }
    }

    /** As many rows above the threshold as answers were positive, or as nearly so many as bins allow. */
    private static Optional<CutScores> cut(TreeMap<Integer, long[]> rows, Confusion answers) {
        long above = 0;
        long positives = 0;
        int threshold = ScoreHistogram.BINS;
        for (var bin : rows.descendingMap().entrySet()) {
            long[] counts = bin.getValue();
            if (2 * (above - answers.predictedPositives()) + counts[0] > 0) {
                break;
            }
            above += counts[0];
            positives += counts[1];
            threshold = bin.getKey();
        }
        long astray = Math.abs(above - answers.predictedPositives()) + Math.abs(positives - answers.tp());
        return astray > MOST_ASTRAY * answers.n() ? Optional.empty() : Optional.of(new CutScores(rows, threshold));
    }

    /** The bin below which at most that share of the rows lies. */
    int quantile(double share) {
        long all = rows.values().stream().mapToLong(counts -> counts[0]).sum();
        long below = 0;
        for (var bin : rows.entrySet()) {
            below += bin.getValue()[0];
            if (below > share * all) {
                return bin.getKey();
            }
        }
        return ScoreHistogram.BINS - 1;
    }

    /** How many answers are wrong from each edge to the next. */
    List<LossSum> wrong(List<Integer> edges) {
        long[] n = new long[edges.size() + 1];
        long[] wrong = new long[edges.size() + 1];
        rows.forEach((bin, counts) -> {
            int range = (int) edges.stream().filter(edge -> edge <= bin).count();
            n[range] += counts[0];
            wrong[range] += bin >= threshold ? counts[0] - counts[1] : counts[1];
        });
        List<LossSum> ranges = new ArrayList<>();
        IntStream.range(0, n.length).forEach(range -> ranges.add(LossSum.ofWrong(wrong[range], n[range])));
        return ranges;
    }
}
