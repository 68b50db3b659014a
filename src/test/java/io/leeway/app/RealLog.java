package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.WindowAnswer.Feature;
import io.leeway.drift.ExpectedDrift;
import io.leeway.logs.FigureComparison;
import io.leeway.logs.PredictionLog;
import io.leeway.logs.Row;
import io.leeway.statistics.Figures;
import io.leeway.yaml.InvalidYamlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A real log that has gone through the whole service, and what is claimed of all such logs: every figure that can be read
 * is that of NumPy, SciPy and scikit-learn on the raw values, within the tolerance promised for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealLog {
    final PredictionLog log;
    final WatchedService service;

    RealLog(String name, String settings, Path folder) throws IOException, InvalidYamlException {
        log = PredictionLog.named(name);
        LogOverHttp rows = new LogOverHttp(log);
        service = rows.service(folder, settings);
        service.setTime(rows.end());
        service.postPredictions(rows.predictions());
        service.postLabels(rows.labels());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void everyDayIsThatOfTheRawValues() throws IOException {
        demandDrift("1d", "expected_drift_daily.csv.gz");
    }

    @Test
    void everyWeekIsThatOfTheRawValues() throws IOException {
        demandDrift("7d", "expected_drift_weekly.csv.gz");
    }

    @Test
    void everyDayPerformsAsItsLabelsSay() {
        demandPerformance("1d", "expected_performance_daily.csv");
    }

    @Test
    void everyWeekPerformsAsItsLabelsSay() {
        demandPerformance("7d", "expected_performance_weekly.csv");
    }

    @Test
    void theReferencePerformsAsItsLabelsSay() {
        FigureComparison comparison = FigureComparison.ofPerformance();
        Figures actual = service.windows("7d", "*").get(0).baselinePerformance();
        log.table("expected_performance_reference.csv").forEach(row -> comparison.compare(actual, row));
        comparison.demandAgreement();
    }

    private void demandDrift(String size, String file) throws IOException {
        Map<Instant, WindowAnswer> windows = byStart(service.wholeWindows(size));
        List<String> deviations = new ArrayList<>();
        for (ExpectedDrift row : expected(file)) {
            Feature feature = at(row.start(), windows).feature(row.key().name());
            assertThat(feature.figures().get("n")).hasValue((double) row.n());
            assertThat(feature.figures().get("n_valid")).hasValue((double) row.valid());
            deviations.addAll(row.deviations(feature.figures()));
        }
        assertThat(deviations).isEmpty();
        assertThat(startsWithRows(windows))
                .isEqualTo(expected(file).stream()
                        .map(ExpectedDrift::start)
                        .distinct()
                        .toList());
    }

    private static List<Instant> startsWithRows(Map<Instant, WindowAnswer> windows) {
        return windows.values().stream()
                .filter(window -> window.n() > 0)
                .map(WindowAnswer::start)
                .toList();
    }

    private void demandPerformance(String size, String file) {
        FigureComparison comparison = FigureComparison.ofPerformance();
        Map<String, List<Row>> versions =
                log.table(file).stream().collect(Collectors.groupingBy(row -> row.text("version")));
        versions.forEach((version, rows) -> {
            Map<Instant, WindowAnswer> windows = byStart(service.windows(size, version));
            for (Row row : rows) {
                WindowAnswer window = at(start(row), windows);
                assertThat(window.n()).isEqualTo(row.count("n"));
                assertThat(window.labelled()).isEqualTo(row.count("n_labelled"));
                comparison.compare(window.performance(), row);
            }
            assertThat(startsWithRows(windows)).hasSameSizeAs(rows);
        });
        comparison.demandAgreement();
    }

    private List<ExpectedDrift> expected(String file) throws IOException {
        try (BufferedReader lines = log.open(file)) {
            return ExpectedDrift.read(lines);
        }
    }

    private static Map<Instant, WindowAnswer> byStart(List<WindowAnswer> windows) {
        return windows.stream()
                .collect(Collectors.toMap(
                        WindowAnswer::start, Function.identity(), (one, other) -> other, TreeMap::new));
    }

    private static WindowAnswer at(Instant start, Map<Instant, WindowAnswer> windows) {
        return Optional.ofNullable(windows.get(start))
                .orElseThrow(() -> new AssertionError("no window starts at " + start));
    }

    private static Instant start(Row row) {
        return Instant.parse(row.text("window_start"));
    }
}
