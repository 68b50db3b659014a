package io.leeway.truth;

import io.leeway.event.ItemList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well one list of items ranks what is relevant. Of an answer without any item all are 0.
 *
 * <ul>
 *   <li>{@code ndcg}: the gains of the first k items, each divided by {@code log2(1 + place)}, over the same of the best order
 *       (K. Järvelin, J. Kekäläinen 2002, doi:10.1145/582415.582418, with base 2 and without powers of gains, as in
 *       scikit-learn's {@code ndcg_score}).
 *   <li>{@code averagePrecision}: the precision up to each relevant item among the first k, summed up over them, over how many
 *       relevant items could stand there, {@code min(k, relevant)}; its mean over answers is the MAP.
 *   <li>{@code reciprocalRank}: one over the place of the first relevant item, 0 where there is none; its mean is the MRR.
 *   <li>{@code isHit}: whether any of the first k items is relevant.
 * </ul>
 *
 * @param answer best first
 * @param relevant items with a gain above 0, at least one
 */
record RankingScores(List<String> answer, Map<String, Double> relevant) {
    static RankingScores of(ItemList answer, ItemList relevant) {
        return new RankingScores(answer.items(), relevant.relevant());
    }

    double ndcg(int k) {
        List<Double> best = relevant.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(k)
                .toList();
        double ideal = IntStream.range(0, best.size())
                .mapToDouble(place -> best.get(place) / discount(place))
                .sum();
        double own = IntStream.range(0, Math.min(k, answer.size()))
                .mapToDouble(place -> relevant.getOrDefault(answer.get(place), 0.0) / discount(place))
                .sum();
        return own / ideal;
    }

    double averagePrecision(int k) {
        int found = 0;
        double sum = 0;
        for (int place = 0; place < Math.min(k, answer.size()); place++) {
            if (relevant.containsKey(answer.get(place))) {
                found++;
                sum += found / (place + 1.0);
            }
        }
        return sum / Math.min(k, relevant.size());
    }

    double reciprocalRank() {
        return IntStream.range(0, answer.size())
                .filter(place -> relevant.containsKey(answer.get(place)))
                .mapToDouble(place -> 1 / (place + 1.0))
                .findFirst()
                .orElse(0);
    }

    boolean isHit(int k) {
        return answer.stream().limit(k).anyMatch(relevant::containsKey);
    }

    /** {@code log2(1 + place)}, places counted from 1. */
    private static double discount(int place) {
        return Math.log(place + 2.0) / Math.log(2);
    }
}
