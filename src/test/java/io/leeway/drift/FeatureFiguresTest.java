package io.leeway.drift;

import static io.leeway.drift.SampleRows.C;
import static io.leeway.drift.SampleRows.X;
import static io.leeway.drift.SampleRows.baseline;
import static io.leeway.drift.SampleRows.categories;
import static io.leeway.drift.SampleRows.numbers;
import static io.leeway.drift.SampleRows.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.statistics.Figures;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureFiguresTest {
    private static final double NONE = Double.NaN;

    @Test
    void againstAnEntirelyMissingReferenceAWindowHasOnlyItsOwnFigures() {
        Figures figures = against(numbers(NONE, NONE), numbers(1, 2, NONE));
        assertThat(figures.asMap())
                .containsOnlyKeys("missing_rate", "wrong_type_rate", "mean", "std", "min", "max", "ref_missing_rate");
        assertThat(figures.get("ref_missing_rate")).hasValue(1);
    }

    @Test
    void anEntirelyMissingWindowHasOnlyRatesAndTheReference() {
        assertThat(against(numbers(1, 2), numbers(NONE, NONE)).asMap())
                .containsOnlyKeys("missing_rate", "wrong_type_rate", "ref_missing_rate", "ref_mean", "ref_std");
    }

    @Test
    void aWindowWithoutRowsHasNoRates() {
        Figures figures =
                FeatureFigures.against(baseline(numbers(1, 2)).columns(), new Profile(), X, FeatureKind.NUMERIC);
        assertThat(figures.asMap()).containsOnlyKeys("ref_missing_rate", "ref_mean", "ref_std");
    }

    @Test
    void rowsCountedBeforeTheKindChangedAreNotMissingValues() {
        Baseline baseline = baseline(categories("a", "b"));
        Profile before = profile(numbers(1, 2, 3), baseline);
        assertThat(FeatureFigures.alone(before, X, FeatureKind.CATEGORICAL).asMap())
                .isEmpty();
        assertThat(new WindowComparison(baseline.reference(WindowSize.HOUR, ZoneOffset.UTC))
                        .evidence(X, FeatureKind.CATEGORICAL, before)
                        .evidence())
                .allSatisfy(evidence -> assertThat(evidence.obstacle()).isPresent());
    }

    @Test
    void aConstantReferenceHasNoUnitForTheDistance() {
        Figures figures = against(numbers(5, 5, 5), numbers(5, 6));
        assertThat(figures.has("wasserstein_norm")).isFalse();
        assertThat(figures.get("wasserstein")).hasValue(0.5);
        assertThat(figures.get("out_of_range_rate")).hasValue(0.5);
        assertThat(figures.get("bins")).hasValue(2);
    }

    @Test
    void equalConstantsDoNotDiffer() {
        Figures figures = against(numbers(5, 5, 5), numbers(5, 5));
        assertThat(figures.get("psi")).hasValue(0);
        assertThat(figures.get("ks")).hasValue(0);
        assertThat(figures.get("wasserstein")).hasValue(0);
    }

    @Test
    void oneValueHasNoDeviation() {
        Figures figures = against(numbers(1, 2, 3), numbers(2));
        assertThat(figures.has("std")).isFalse();
        assertThat(figures.get("median")).hasValue(2);
        assertThat(figures.get("q25")).hasValue(2);
    }

    @Test
    void anInfiniteNumberIsOfTheWrongType() {
        Figures figures = against(numbers(1, 2, 3), numbers(2, Double.POSITIVE_INFINITY));
        assertThat(figures.get("wrong_type_rate")).hasValue(0.5);
        assertThat(figures.get("max")).hasValue(2);
    }

    @Test
    void theLargestNumbersGiveNoFigureThatIsNotANumber() {
        Figures figures =
                against(numbers(-Double.MAX_VALUE, 0, Double.MAX_VALUE), numbers(Double.MAX_VALUE, -Double.MAX_VALUE));
        assertThat(figures.asMap().values()).allMatch(Double::isFinite);
        assertThat(figures.get("psi")).isPresent();
    }

    @Test
    void aFeatureTheBaselineNeverHadHasOnlyItsOwnFigures() {
        Baseline baseline = baseline(categories("a", "b"));
        Profile window = profile(numbers(1, 2), baseline);
        FeatureKey unknown = FeatureKey.feature("unknown");
        assertThat(FeatureFigures.against(baseline.columns(), window, unknown, FeatureKind.NUMERIC)
                        .asMap())
                .containsOnlyKeys("missing_rate", "wrong_type_rate");
    }

    @Test
    void newCategoriesAreThoseTheReferenceNeverHad() {
        Figures figures = againstCategories(categories("a", "a", "b"), categories("a", "c", "d", "d"));
        assertThat(figures.get("new_category_rate")).hasValue(0.75);
        assertThat(figures.get("bins")).hasValue(4);
    }

    @Test
    void oneCategoryOnBothSidesIsNoDifference() {
        Figures figures = againstCategories(categories("a", "a"), categories("a"));
        assertThat(figures.get("chi2")).hasValue(0);
        assertThat(figures.get("chi2_dof")).hasValue(0);
        assertThat(figures.get("chi2_p")).hasValue(1);
        assertThat(figures.get("psi")).hasValue(0);
    }

    @Test
    void aHundredThousandNewCategoriesAreOneBin() {
        Figures figures = againstCategories(categories("a", "b"), categories(many("w", 100_000)));
        assertThat(figures.get("new_category_rate")).hasValue(1);
        assertThat(figures.get("bins")).hasValue(3);
    }

    @Test
    void aReferenceTooDiverseForItsOwnCategoriesKnowsNoNewOnes() {
        Figures figures = againstCategories(categories(many("c", 1500)), categories("c1", "x"));
        assertThat(figures.has("new_category_rate")).isFalse();
        assertThat(figures.get("bins")).hasValue(1001);
    }

    @Test
    void aloneAWindowHasItsQuality() {
        Batch rows = numbers(1, NONE, 3);
        Figures figures = FeatureFigures.alone(profile(rows, baseline(rows)), X, FeatureKind.NUMERIC);
        assertThat(figures.asMap()).containsOnlyKeys("missing_rate", "wrong_type_rate", "mean", "std", "min", "max");
    }

    private static Figures against(Batch reference, Batch window) {
        Baseline baseline = baseline(reference);
        return FeatureFigures.against(baseline.columns(), profile(window, baseline), X, FeatureKind.NUMERIC);
    }

    private static Figures againstCategories(Batch reference, Batch window) {
        Baseline baseline = baseline(reference);
        return FeatureFigures.against(baseline.columns(), profile(window, baseline), C, FeatureKind.CATEGORICAL);
    }

    private static String[] many(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
