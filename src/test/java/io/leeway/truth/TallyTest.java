package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import io.leeway.catalog.Task;
import io.leeway.event.ItemList;
import io.leeway.series.Measurement;
import io.leeway.series.Vocabulary;
import io.leeway.statistics.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the tally of every task. */
class TallyTest {
    private static final Set<String> NOT_STORED = Set.of("tp", "fp", "tn", "fn");

    @ParameterizedTest
    @EnumSource(Task.class)
    void partsMergeToTheWholeInAnyOrder(Task task) {
        Random random = new Random(11);
        List<Outcome> outcomes = outcomes(task, 2_000, random);
        Tally whole = tally(task, outcomes);
        for (int run = 0; run < 5; run++) {
            Collections.shuffle(outcomes, random);
            Tally merged = merged(task, parts(task, outcomes, 7, random));
            assertThat(merged).isEqualTo(whole);
            assertThat(bytes(merged)).isEqualTo(bytes(whole));
            assertThat(merged.performance()).isEqualTo(whole.performance());
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void whatIsTakenBackWasNeverThere(Task task) {
        Random random = new Random(12);
        List<Outcome> kept = outcomes(task, 300, random);
        List<Outcome> corrected = outcomes(task, 300, random);
        Tally tally = tally(task, kept);
        corrected.forEach(tally::add);
        Collections.shuffle(corrected, random);
        corrected.forEach(tally::remove);
        assertThat(withoutLargest(tally.performance()))
                .isEqualTo(withoutLargest(tally(task, kept).performance()));
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void aPartMayTakeBackWhatAnotherCounted(Task task) {
        List<Outcome> outcomes = outcomes(task, 100, new Random(13));
        Tally corrections = Tally.of(task);
        outcomes.forEach(corrections::remove);
        Tally tally = tally(task, outcomes);
        tally.merge(Tally.read(task, new ByteReader(bytes(corrections))));
        assertThat(tally.n()).isZero();
        assertThat(tally.performance()).isEqualTo(new Figures());
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void bytesBringItBack(Task task) {
        for (int n : new int[] {0, 1, 500}) {
            Tally tally = tally(task, outcomes(task, n, new Random(14)));
            ByteReader in = new ByteReader(bytes(tally));
            assertThat(Tally.read(task, in)).isEqualTo(tally);
            assertThat(in.left()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void bytesCutShortOrOfALaterReleaseAreRefused(Task task) {
        byte[] bytes = bytes(tally(task, outcomes(task, 20, new Random(15))));
        for (int length = 0; length < bytes.length; length++) {
            ByteReader in = new ByteReader(java.util.Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Tally.read(task, in)).isInstanceOf(MalformedBytesException.class);
        }
        bytes[0] = 2;
        assertThatThrownBy(() -> Tally.read(task, new ByteReader(bytes))).isInstanceOf(MalformedBytesException.class);
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void damagedBytesAreRefusedOrReadButNeverBreakAnything(Task task) {
        Random random = new Random(16);
        byte[] bytes = bytes(tally(task, outcomes(task, 20, random)));
        for (int run = 0; run < 2_000; run++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                Figures figures = Tally.read(task, new ByteReader(damaged)).performance();
                figures.forEach((name, value) -> assertThat(value).isFinite());
            } catch (MalformedBytesException refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void anotherTasksOutcomesAndTalliesAreRefused(Task task) {
        Tally tally = Tally.of(task);
        for (Task other : Task.values()) {
            if (other != task) {
                Outcome outcome = outcomes(other, 1, new Random(17)).get(0);
                assertThatThrownBy(() -> tally.add(outcome)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> tally.remove(outcome)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> tally.merge(Tally.of(other))).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void everyMetricCanBeStored(Task task) {
        Measurement performance = Vocabulary.measurement("performance");
        Figures figures = tally(task, outcomes(task, 500, new Random(18))).performance();
        figures.forEach((name, value) -> {
            if (!NOT_STORED.contains(name) && !name.contains(":")) {
                assertThat(performance.fields()).containsKey(name);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void everyMetricLiesInItsInterval(Task task) {
        Figures figures = tally(task, outcomes(task, 500, new Random(19))).performance();
        figures.forEach((name, value) -> {
            if (figures.has(name + "_low")) {
                assertThat(value)
                        .isBetween(
                                figures.get(name + "_low").orElseThrow(),
                                figures.get(name + "_high").orElseThrow());
            }
        });
        assertThat(figures.asMap().keySet()).anyMatch(name -> name.endsWith("_low"));
    }

    private static Figures withoutLargest(Figures figures) {
        Figures others = new Figures();
        figures.forEach((name, value) -> {
            if (!name.equals("max_ae")) {
                others.put(name, value);
            }
        });
        return others;
    }

    private static Tally tally(Task task, List<Outcome> outcomes) {
        Tally tally = Tally.of(task);
        outcomes.forEach(tally::add);
        return tally;
    }

    private static List<Tally> parts(Task task, List<Outcome> outcomes, int number, Random random) {
        List<Tally> parts = Stream.generate(() -> Tally.of(task)).limit(number).toList();
        outcomes.forEach(outcome -> parts.get(random.nextInt(number)).add(outcome));
        return parts;
    }

    private static Tally merged(Task task, List<Tally> parts) {
        Tally merged = Tally.of(task);
        parts.forEach(merged::merge);
        return merged;
    }

    private static byte[] bytes(Tally tally) {
        ByteWriter out = new ByteWriter();
        tally.write(out);
        return out.toByteArray();
    }

    private static List<Outcome> outcomes(Task task, int n, Random random) {
        return new ArrayList<>(IntStream.range(0, n)
                .mapToObj(i -> switch (task) {
                    case BINARY -> binary(random);
                    case MULTICLASS -> new Outcome.Multiclass(name(random), name(random));
                    case REGRESSION ->
                        new Outcome.Regression(random.nextGaussian() * 100, random.nextGaussian() * 100 + 1e6);
                    case RANKING -> ranking(random);
                })
                .toList());
    }

    /** Some with nothing relevant. */
    private static Outcome ranking(Random random) {
        List<String> items = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
        Collections.shuffle(items, random);
        List<String> relevant =
                items.subList(0, random.nextInt(4)).stream().sorted().toList();
        Collections.shuffle(items, random);
        return new Outcome.Ranking(ItemList.of(items), ItemList.of(relevant));
    }

    /** Some without a score. */
    private static Outcome binary(Random random) {
        double score = random.nextInt(10) == 0 ? Double.NaN : random.nextDouble();
        return new Outcome.Binary(score > 0.5, random.nextDouble() < 0.3, score);
    }

    /** Far more classes than are told apart. */
    private static String name(Random random) {
        return "class " + random.nextInt(3 * MulticlassTally.MOST_CLASSES);
    }
}
