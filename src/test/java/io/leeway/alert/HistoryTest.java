package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.leeway.series.Vocabulary;
import io.leeway.text.Glob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What goes on from where it stood must stand where judging everything anew would lead. */
class HistoryTest {
    private static final Tags AGE = new Tags(Map.of("model", "credit", "feature", "age"));
    private static final Tags CREDIT = new Tags(Map.of("model", "credit"));

    @Test
    void goingOnFromAWindowLeadsWhereJudgingAllAnewDoesInAnyOrderAndThroughRestarts() {
        for (int seed = 0; seed < Effort.times(30); seed++) {
            Random random = new Random(seed);
            List<Observation> days = new ArrayList<>();
            for (int day = 0; day < 60; day++) {
                double psi = random.nextInt(4) == 0 ? random.nextDouble() * .7 : random.nextDouble() * .15;
                days.add(Sample.window("age", day, 1, random.nextInt(10) == 0 ? 50 : 1000, Map.of("psi", psi)));
                if (random.nextInt(5) == 0) {
                    days.add(Sample.window("age", day, 2, 1000, Map.of("psi", psi / 2)));
                }
            }
            Rule rule = seed % 2 == 0 ? Sample.rule() : Sample.rule().flapping(Flapping.USUAL);
            assertSame(rule, AGE, partlyShuffled(days, random), random, seed);
        }
    }

    @Test
    void soDoRatesThatAreWorkedOutFromManyWindows() {
        for (int seed = 0; seed < Effort.times(10); seed++) {
            Random random = new Random(seed);
            List<Observation> hours = new ArrayList<>();
            for (int hour = 0; hour < 300; hour++) {
                hours.add(hour(hour, random.nextInt(6) == 0 ? 0 : random.nextInt(90), random.nextInt(97)));
            }
            assertSame(burning(), CREDIT, partlyShuffled(hours, random), random, seed);
        }
    }

    @Test
    void afterARestartAPunctualWindowLooksOnlyAtTheWindowsItDependsOn() {
        Kept kept = new Kept();
        History history = new History(Sample.rule(), AGE, kept);
        for (int day = 0; day < 50; day++) {
            history.accept(Sample.day("age", day, .05)).forEach(kept::add);
        }
        History again = again(Sample.rule(), AGE, kept, history);
        assertThat(kept.asked()).as("at opening").isZero();
        again.accept(Sample.day("age", 50, .3)).forEach(kept::add);
        again.accept(Sample.day("age", 51, .3)).forEach(kept::add);
        assertThat(kept.asked()).as("for the windows before").isEqualTo(1);
        assertThat(again.episodes()).extracting(Episode::fired).containsExactly(Sample.end(50));
    }

    @Test
    void howARuleIsWorkedOutDoesNotDependOnHowOftenItsFileIsRead() {
        assertThat(Sample.rule()).hasToString(Sample.rule().toString());
        assertThat(burning()).hasToString(burning().toString());
    }

    private static void assertSame(Rule rule, Tags instance, List<Observation> arrival, Random random, int seed) {
        Kept kept = new Kept();
        History history = new History(rule, instance, kept);
        for (Observation window : arrival) {
            history.accept(window).forEach(kept::add);
            assertThat(history.episodes())
                    .as("seed %d, %s", seed, window.end())
                    .isEqualTo(Timeline.of(
                                    rule,
                                    history.base(),
                                    kept.windows(rule.name()).stream()
                                            .sorted(Comparator.comparing(Observation::end))
                                            .toList())
                            .episodes());
            if (random.nextBoolean()) {
                history.release();
            }
            history = random.nextInt(4) == 0 ? again(rule, instance, kept, history) : history;
        }
    }

    /** As after a restart. */
    private static History again(Rule rule, Tags instance, Kept kept, History before) {
        History again = new History(rule, instance, kept);
        again.restore(before.base());
        again.restore(before.head().head());
        return again;
    }

    /** Most windows come in time, some much later, and some again. */
    private static List<Observation> partlyShuffled(List<Observation> windows, Random random) {
        List<Observation> arrival = new ArrayList<>(windows);
        for (int i = 0; i < windows.size() / 10; i++) {
            Collections.swap(arrival, random.nextInt(arrival.size()), random.nextInt(arrival.size()));
        }
        arrival.addAll(arrival.subList(0, 5));
        return arrival;
    }

    private static Observation hour(int hour, int labelled, int right) {
        Instant start = Sample.START.plus(Duration.ofHours(hour));
        Map<String, Double> figures = Map.of(
                "accuracy", Math.min(right, labelled) / Math.max(1.0, labelled), "n_labelled", (double) labelled);
        Tags tags = new Tags(Map.of("model", "credit", "window", "1h"));
        return new Observation("performance", tags, start, start.plus(Duration.ofHours(1)), true, 1, 100, figures, "");
    }

    private static Rule burning() {
        FigureNames names = new FigureNames(Vocabulary.measurement("performance")).with(List.of("burn_1d", "burn_6h"));
        Condition condition = condition("burn_1d > 1 and burn_6h > 1", names);
        TreeMap<Level, List<Trigger>> levels =
                new TreeMap<>(Map.of(Level.CRITICAL, List.of(new Trigger(condition, new Count(2, 3)))));
        Watch watch =
                new Watch("performance", new Tags(Map.of("window", "1h")), List.of("model"), List.of(new Glob("*")));
        Rule.Wording wording =
                new Rule.Wording(new Title("{model} burns"), "on-call", "", List.of(), List.of(), Optional.empty());
        Map<String, Duration> spans = Map.of("burn_1d", Duration.ofDays(1), "burn_6h", Duration.ofHours(6));
        return new Rule("budget", watch, List.of("model"), Trust.ANY, levels, Rule.clearedBy(levels), wording)
                .deriving(new BurnRate(new Budget.Target(.5), new Trust(20, .1), new TreeMap<>(spans), 24));
    }

    private static Condition condition(String text, FigureNames names) {
        try {
            return ConditionParser.parse(text, names);
        } catch (InvalidConditionException e) {
            throw new AssertionError(text, e);
        }
    }
}
