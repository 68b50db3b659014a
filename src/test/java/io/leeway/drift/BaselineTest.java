package io.leeway.drift;

import static io.leeway.drift.SampleRows.C;
import static io.leeway.drift.SampleRows.MODEL;
import static io.leeway.drift.SampleRows.X;
import static io.leeway.drift.SampleRows.baseline;
import static io.leeway.drift.SampleRows.categories;
import static io.leeway.drift.SampleRows.numbers;
import static io.leeway.drift.SampleRows.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.profile.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final Batch TWO_DAYS =
            numbers(IntStream.range(0, 48).asDoubleStream().toArray());

    @Test
    void referenceWindowsAreSumsOfBaseWindows() {
        SortedMap<Instant, Profile> days = baseline(TWO_DAYS).windows(WindowSize.DAY, ZoneOffset.UTC);
        assertThat(days.keySet())
                .containsExactly(Instant.parse("1970-01-01T00:00:00Z"), Instant.parse("1970-01-02T00:00:00Z"));
        assertThat(days.values()).allMatch(day -> day.rows() == 24);
        assertThat(days.values().stream()
                        .map(day -> day.numeric(X).moments().min().orElseThrow()))
                .containsExactly(0.0, 24.0);
    }

    @Test
    void daysOfReferenceWindowsAreThoseOfTheZone() {
        SortedMap<Instant, Profile> days = baseline(TWO_DAYS).windows(WindowSize.DAY, ZoneId.of("America/New_York"));
        assertThat(days.values().stream().map(Profile::rows)).containsExactly(5L, 24L, 19L);
    }

    @Test
    void withoutTimesThereAreNoReferenceWindows() {
        Baseline baseline = Baseline.of("b1", TWO_DAYS, MODEL, Baseline.Origin.UPLOADED_WITHOUT_TIMES);
        assertThat(baseline.windows(WindowSize.HOUR, ZoneOffset.UTC)).isEmpty();
        assertThat(baseline.n()).isEqualTo(48);
    }

    @Test
    void aBaselineSurvivesItsBytes() {
        for (Batch rows : new Batch[] {TWO_DAYS, categories("a", "b", "a"), numbers()}) {
            Baseline baseline = Baseline.of("b7", rows, MODEL, Baseline.Origin.LEARNED);
            Baseline read = Baseline.read(new ByteReader(bytes(baseline)));
            assertThat(bytes(read)).isEqualTo(bytes(baseline));
            assertThat(read.id()).isEqualTo("b7");
            assertThat(read.learned()).isTrue();
            assertThat(read.n()).isEqualTo(rows.size());
            assertThat(read.layout()).isEqualTo(baseline.layout());
        }
    }

    @Test
    void countsSayWhatLiesBelowAndAboveAndInTheTails() {
        Baseline baseline =
                baseline(numbers(IntStream.range(0, 1000).asDoubleStream().toArray()));
        Batch window = numbers(-1, 0, 9, 10, 500, 989, 990, 999, 1000, 2000, Double.NaN, Double.POSITIVE_INFINITY);
        NumericCounts counts = NumericCounts.of(baseline.columns(), profile(window, baseline), X);
        assertThat(counts.rows()).isEqualTo(12);
        assertThat(counts.valid()).isEqualTo(10);
        assertThat(counts.missing()).isEqualTo(1);
        assertThat(counts.wrongType()).isEqualTo(1);
        assertThat(counts.below()).isEqualTo(1);
        assertThat(counts.above()).isEqualTo(2);
        assertThat(counts.lowTail()).isEqualTo(3);
        assertThat(counts.highTail()).isEqualTo(4);
    }

    @Test
    void aReferenceOfFewValuesHasNoTailInside() {
        Baseline baseline = baseline(numbers(0, 0, 0, 1, 1, 1));
        NumericCounts counts = NumericCounts.of(baseline.columns(), profile(numbers(-1, 0, 1, 2), baseline), X);
        assertThat(counts.lowTail()).isEqualTo(counts.below()).isEqualTo(1);
        assertThat(counts.highTail()).isEqualTo(counts.above()).isEqualTo(1);
    }

    @Test
    void aColumnWithoutBinsHasNoDisplayCounts() {
        Baseline baseline = baseline(categories("a"));
        NumericCounts counts = NumericCounts.of(baseline.columns(), profile(numbers(1, 2), baseline), X);
        assertThat(counts.display()).isEmpty();
        assertThat(counts.rows()).isEqualTo(2);
        assertThat(counts.missing()).isZero();
    }

    @Test
    void categoriesStandSideBySideInTheOrderOfTheirText() {
        Baseline baseline = baseline(categories("b", "a", "b"));
        PairedCategories pair = PairedCategories.of(
                baseline.whole().categorical(C).categories(),
                profile(categories("c", "b"), baseline).categorical(C).categories());
        assertThat(pair.names()).containsExactly("a", "b", "c");
        assertThat(pair.reference()).containsExactly(1, 2, 0);
        assertThat(pair.window()).containsExactly(0, 1, 1);
        assertThat(pair.fresh()).hasValue(1);
    }

    @Test
    void aHistogramNamesItsIntervals() {
        Baseline baseline = baseline(numbers(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.23456789));
        FeatureHistogram histogram =
                FeatureHistogram.of(baseline, profile(numbers(-5, 1, 3), baseline), X, FeatureKind.NUMERIC);
        assertThat(histogram.bins()).containsExactly("(-inf, 1]", "(1, inf)");
        assertThat(histogram.baseline()).containsExactly(10, 1);
        assertThat(histogram.window()).containsExactly(2, 1);
    }

    @Test
    void aHistogramOfCategoriesNamesThem() {
        Baseline baseline = baseline(categories("a", "b"));
        FeatureHistogram histogram =
                FeatureHistogram.of(baseline, profile(categories("b", "c"), baseline), C, FeatureKind.CATEGORICAL);
        assertThat(histogram.bins()).containsExactly("a", "b", "c");
        assertThat(histogram.window()).containsExactly(0, 1, 1);
    }

    @Test
    void aColumnWithoutReferenceHasNoHistogram() {
        Baseline baseline = baseline(categories("a", "b"));
        assertThat(FeatureHistogram.of(baseline, profile(numbers(1), baseline), X, FeatureKind.NUMERIC)
                        .bins())
                .isEmpty();
    }

    private static byte[] bytes(Baseline baseline) {
        ByteWriter out = new ByteWriter();
        baseline.write(out);
        return out.toByteArray();
    }
}
