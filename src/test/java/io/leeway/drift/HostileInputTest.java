package io.leeway.drift;

import static io.leeway.drift.SampleRows.baseline;
import static io.leeway.drift.SampleRows.categories;
import static io.leeway.drift.SampleRows.numbers;
import static io.leeway.drift.SampleRows.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.FeatureKind;
import io.leeway.event.Batch;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever stands in a window or in a reference: figures are numbers or absent, verdicts have a reason, nothing is thrown. */
class HostileInputTest {
    private static final Map<String, double[]> NUMBERS = numbersOfAllKinds();
    private static final Map<String, String[]> CATEGORIES = categoriesOfAllKinds();

    @Test
    void everyWindowOfNumbersIsComparedWithEveryReference() {
        NUMBERS.forEach((reference, before) -> {
            Baseline rows = baseline(numbers(before));
            NUMBERS.forEach((window, now) -> assertTotal(
                    rows, numbers(now), SampleRows.X, FeatureKind.NUMERIC, window + " against " + reference));
        });
    }

    @Test
    void everyWindowOfCategoriesIsComparedWithEveryReference() {
        CATEGORIES.forEach((reference, before) -> {
            Baseline rows = baseline(categories(before));
            CATEGORIES.forEach((window, now) -> assertTotal(
                    rows, categories(now), SampleRows.C, FeatureKind.CATEGORICAL, window + " against " + reference));
        });
    }

    @Test
    void aWindowThatIsItsReferenceIsStableWhereItCanBeJudged() {
        NUMBERS.forEach((name, values) -> {
            Baseline rows = baseline(numbers(values));
            assertThat(verdict(rows, profile(numbers(values), rows), SampleRows.X, FeatureKind.NUMERIC)
                            .verdict())
                    .as(name)
                    .isNotEqualTo(Verdict.DRIFTED);
        });
    }

    private static void assertTotal(Baseline rows, Batch batch, FeatureKey key, FeatureKind kind, String which) {
        Profile window = profile(batch, rows);
        WindowComparison comparison = new WindowComparison(Reference.ofRows(rows.columns(), List.of()));
        comparison
                .figures(key, kind, window)
                .forEach((name, value) ->
                        assertThat(value).as("%s of %s", name, which).isFinite());
        FeatureVerdict verdict = verdict(rows, window, key, kind);
        assertThat(verdict.reason())
                .as(which)
                .isNotBlank()
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
        verdict.figures()
                .forEach((name, value) ->
                        assertThat(value).as("%s of %s", name, which).isFinite());
    }

    private static FeatureVerdict verdict(Baseline rows, Profile window, FeatureKey key, FeatureKind kind) {
        WindowComparison comparison = new WindowComparison(Reference.ofRows(rows.columns(), List.of()));
        return new Judge(JudgeSettings.withDefaults())
                .judge(List.of(comparison.evidence(key, kind, window)))
                .get(0);
    }

    private static Map<String, double[]> numbersOfAllKinds() {
        Map<String, double[]> kinds = new LinkedHashMap<>();
        kinds.put("nothing", new double[0]);
        kinds.put("one", new double[] {7});
        kinds.put("a constant", filled(7));
        kinds.put("all missing", filled(Double.NaN));
        kinds.put("infinite", filled(Double.POSITIVE_INFINITY));
        kinds.put(
                "of all infinities",
                IntStream.range(0, 400)
                        .mapToDouble(
                                i -> i % 3 == 0 ? i : i % 3 == 1 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                        .toArray());
        kinds.put(
                "the largest there are",
                IntStream.range(0, 400)
                        .mapToDouble(i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE)
                        .toArray());
        kinds.put(
                "the smallest there are",
                IntStream.range(0, 400).mapToDouble(i -> i * Double.MIN_VALUE).toArray());
        kinds.put(
                "zeros of both signs",
                IntStream.range(0, 400)
                        .mapToDouble(i -> i % 2 == 0 ? 0.0 : -0.0)
                        .toArray());
        kinds.put("usual", DoubleStream.iterate(1, x -> x * 1.01).limit(400).toArray());
        return kinds;
    }

    private static Map<String, String[]> categoriesOfAllKinds() {
        Map<String, String[]> kinds = new LinkedHashMap<>();
        kinds.put("nothing", new String[0]);
        kinds.put("one", new String[] {"a"});
        kinds.put("a constant", IntStream.range(0, 400).mapToObj(i -> "a").toArray(String[]::new));
        kinds.put(
                "strange names",
                IntStream.range(0, 400)
                        .mapToObj(i -> List.of("(other)", "\u0000", "\uD800", " ", "a=b")
                                .get(i % 5))
                        .toArray(String[]::new));
        kinds.put("100,000", IntStream.range(0, 100_000).mapToObj(i -> "c" + i).toArray(String[]::new));
        return kinds;
    }

    private static double[] filled(double value) {
        double[] values = new double[400];
        Arrays.fill(values, value);
        return values;
    }
}
