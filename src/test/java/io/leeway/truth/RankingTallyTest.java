package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.Effort;
import io.leeway.event.ItemList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTallyTest {
    // scikit-learn 1.9.1: ndcg_score([gains], [scores falling along the answer], k=5) and k=10, ten worthless items
    // behind a short
    // answer. MAP and MRR by a plain loop over the published formulas: sum of (relevant among the first p) / p over
    // relevant
    // places p <= k, divided by min(k, relevant); 1 / first relevant place.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b c d e | c:1 | 0.5 | 0.5 | 0.3333333333333333 | 0.3333333333333333 | 0.3333333333333333",
                "a b c d e f g h i j k l | c:3 a:1 z:2 | 0.5250049893849102 | 0.5250049893849102 | 0.5555555555555555"
                        + " | 0.5555555555555555 | 1.0",
                "q w e | a:1 | 0 | 0 | 0 | 0 | 0",
                "a | a:0.5 b:2 | 0.21593935844714157 | 0.21593935844714157 | 0.5 | 0.5 | 1.0",
                "d a c b | a:3 b:2 c:3 d:0 e:1 f:2 | 0.5957352255797496 | 0.5957352255797496 | 0.3833333333333333"
                        + " | 0.3833333333333333 | 0.5",
                "p o i u y t r e w q | q:1 t:2 p:4 | 0.694220328531309 | 0.8680321334342938 | 0.3333333333333333"
                        + " | 0.5444444444444444 | 1.0",
                "k j i h g f e d c b a | a:1 b:1 | 0 | 0.17723928678404763 | 0 | 0.05 | 0.1",
            })
    void anAnswerScoresAsElsewhere(
            String answer, String relevant, double ndcg5, double ndcg10, double map5, double map10, double rank) {
        Performance scored = tally(List.of(outcome(answer, relevant))).metrics();
        assertThat(value(scored, "ndcg_5")).isCloseTo(ndcg5, within(1e-12));
        assertThat(value(scored, "ndcg_10")).isCloseTo(ndcg10, within(1e-12));
        assertThat(value(scored, "map_5")).isCloseTo(map5, within(1e-12));
        assertThat(value(scored, "map_10")).isCloseTo(map10, within(1e-12));
        assertThat(value(scored, "mrr")).isCloseTo(rank, within(1e-12));
    }

    // By hand: gains 3 and 2 at places 1 and 3, nothing at 2: (3 + 2 / 2) / (3 + 2 / log2(3)) = 4 / 4.26186.
    @Test
    void theDiscountIsTheLogarithmOfThePlace() {
        assertThat(value(tally(List.of(outcome("a x b", "a:3 b:2"))).metrics(), "ndcg_5"))
                .isCloseTo(4 / (3 + 2 / (Math.log(3) / Math.log(2))), within(1e-12));
    }

    @Test
    void aHitIsAnyRelevantItemAmongTheFirst() {
        Performance scored = tally(List.of(
                        outcome("a b c d e f", "a:1"),
                        outcome("a b c d e f", "e:1"),
                        outcome("a b c d e f", "f:1"),
                        outcome("a b c d e f", "z:1")))
                .metrics();
        assertThat(value(scored, "hit_rate_1")).isEqualTo(0.25);
        assertThat(value(scored, "hit_rate_5")).isEqualTo(0.5);
        assertThat(value(scored, "hit_rate_10")).isEqualTo(0.75);
    }

    @Test
    void whereNothingWasRelevantThereIsNoMetricButThatShare() {
        RankingTally none = tally(List.of(outcome("a b", "a:0"), outcome("a b", "")));
        assertThat(none.n()).isEqualTo(2);
        assertThat(none.metrics().asMap().keySet()).containsExactly("relevant_rate");
        none.add(outcome("a b", "a:1"));
        assertThat(value(none.metrics(), "ndcg_10")).isEqualTo(1);
        assertThat(value(none.metrics(), "relevant_rate")).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void anEmptyAnswerFindsNothing() {
        Performance scored = tally(List.of(outcome("", "a:1"))).metrics();
        assertThat(scored.asMap().entrySet())
                .filteredOn(metric -> !metric.getKey().equals("relevant_rate"))
                .hasSize(8)
                .allMatch(metric -> metric.getValue().value() == 0);
    }

    /** Answers of ten out of twenty items, three of which are relevant, in any order: their mean is known from many. */
    @Test
    void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
        long seed = 77;
        Random random = new Random(seed);
        double truth = value(tally(shuffled(20_000, random)).metrics(), "ndcg_10");
        int windows = Effort.times(200);
        int held = 0;
        for (int window = 0; window < windows; window++) {
            var figures = tally(shuffled(100, random)).performance();
            held += figures.get("ndcg_10_low").orElseThrow() <= truth
                            && truth <= figures.get("ndcg_10_high").orElseThrow()
                    ? 1
                    : 0;
        }
        assertThat(held / (double) windows).as("seed %d", seed).isBetween(0.90, 0.99);
    }

    private static List<Outcome> shuffled(int answers, Random random) {
        List<String> items = new ArrayList<>();
        for (char item = 'a'; item < 'a' + 20; item++) {
            items.add(String.valueOf(item));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int answer = 0; answer < answers; answer++) {
            Collections.shuffle(items, random);
            outcomes.add(outcome(String.join(" ", items.subList(0, 10)), "a:3 b:1 c:1"));
        }
        return outcomes;
    }

    private static RankingTally tally(List<Outcome> outcomes) {
        RankingTally tally = new RankingTally();
        outcomes.forEach(tally::add);
        return tally;
    }

    private static double value(Performance performance, String metric) {
        return performance.get(metric).orElseThrow().value();
    }

    /** Items apart by spaces; those that are relevant with their gains behind a colon. */
    static Outcome outcome(String answer, String relevant) {
        Map<String, Double> gains = new LinkedHashMap<>();
        for (String each : relevant.isEmpty() ? new String[0] : relevant.split(" ")) {
            gains.put(each.split(":")[0], Double.parseDouble(each.split(":")[1]));
        }
        List<String> items = answer.isEmpty() ? List.of() : List.of(answer.split(" "));
        return new Outcome.Ranking(ItemList.of(items), new ItemList(gains));
    }
}
