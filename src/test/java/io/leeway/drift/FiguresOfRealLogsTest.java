package io.leeway.drift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.WindowSize;
import io.leeway.profile.ColumnProfile;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.profile.Profiler;
import io.leeway.sketch.Bins;
import io.leeway.statistics.Figures;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of every window of three real logs against NumPy and SciPy on the raw values. */
class FiguresOfRealLogsTest {
    @ParameterizedTest
    @CsvSource({
        "flights, WEEK", "flights, DAY",
        "bank-term-deposit, WEEK", "bank-term-deposit, DAY",
        "seattle-bikes, WEEK", "seattle-bikes, DAY"
    })
    void everyFigureIsThatOfTheRawValues(String name, WindowSize size) throws IOException {
        PredictionLog log = PredictionLog.read(name);
        Baseline baseline = Baseline.of("b1", log.reference(), log.model(), Baseline.Origin.UPLOADED);
        Map<Instant, Profile> windows = windows(log, baseline, size);
        List<String> deviations = new ArrayList<>();
        for (ExpectedDrift row : log.expected(size)) {
            deviations.addAll(deviations(row, baseline, requireNonNull(windows.get(row.start()))));
        }
        assertThat(deviations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flights", "bank-term-deposit", "seattle-bikes"})
    void edgesAndCountsOfTheReferenceAreThoseOfNumPyToTheBit(String name) throws IOException {
        PredictionLog log = PredictionLog.read(name);
        Baseline baseline = Baseline.of("b1", log.reference(), log.model(), Baseline.Origin.UPLOADED);
        for (String line : log.expectedBins()) {
            String[] cells = line.split(",", -1);
            FeatureKey key = ExpectedDrift.key(cells[0]);
            if (baseline.layout().bins(key).isPresent()) {
                Bins bins = baseline.layout().bins(key).orElseThrow();
                assertThat(bins.display()).as(cells[0]).containsExactly(numbers(cells[1]));
                assertThat(baseline.whole().numeric(key).bins("b1").display(bins))
                        .containsExactly(counts(cells[2]));
            } else {
                assertThat(baseline.whole()
                                .categorical(key)
                                .categories()
                                .categories()
                                .values())
                        .as(cells[0])
                        .containsExactlyElementsOf(
                                Arrays.stream(counts(cells[2])).boxed().toList());
            }
        }
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static long[] counts(String cell) {
        return Arrays.stream(cell.split(" "))
                .filter(count -> !count.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static List<String> deviations(ExpectedDrift row, Baseline baseline, Profile window) {
        Figures figures = FeatureFigures.against(baseline.columns(), window, row.key(), row.kind());
        ColumnProfile column = switch (row.kind()) {
            case NUMERIC -> window.numeric(row.key());
            case CATEGORICAL -> window.categorical(row.key());
        };
        assertThat(window.rows()).isEqualTo(row.n());
        assertThat(column.valid()).isEqualTo(row.valid());
        return row.deviations(figures);
    }

    private static Map<Instant, Profile> windows(PredictionLog log, Baseline baseline, WindowSize size) {
        Profiler profiler = new Profiler(log.predictions(), log.model(), List.of(baseline.layout()));
        Map<Instant, List<Integer>> rows = IntStream.range(0, log.predictions().size())
                .boxed()
                .collect(Collectors.groupingBy(row ->
                        size.startOf(Instant.ofEpochMilli(log.predictions().timestamps()[row]), ZoneOffset.UTC)));
        Map<Instant, Profile> windows = new TreeMap<>();
        rows.forEach((start, members) -> {
            Profile profile = new Profile();
            profiler.add(profile, members.stream().mapToInt(Integer::intValue).toArray(), members.size());
            windows.put(start, profile);
        });
        return windows;
    }
}
