package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.logs.FigureComparison;
import io.leeway.logs.PredictionLog;
import io.leeway.logs.PredictionLog.Label;
import io.leeway.logs.PredictionLog.Prediction;
import io.leeway.logs.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The metrics of three real logs, as scikit-learn computes them. The expected files and the definitions behind them come
 * with the logs.
 */
class PerformanceOfRealLogsTest {
    @ParameterizedTest
    @CsvSource({"flights, BINARY", "bank-term-deposit, BINARY", "seattle-bikes, REGRESSION"})
    void everyDay(String name, Task task) {
        demandWindows(name, task, WindowSize.DAY, "expected_performance_daily.csv");
    }

    @ParameterizedTest
    @CsvSource({"flights, BINARY", "bank-term-deposit, BINARY", "seattle-bikes, REGRESSION"})
    void everyWeek(String name, Task task) {
        demandWindows(name, task, WindowSize.WEEK, "expected_performance_weekly.csv");
    }

    @ParameterizedTest
    @CsvSource({"flights, BINARY", "bank-term-deposit, BINARY", "seattle-bikes, REGRESSION"})
    void everyWeekAsItStoodWhenLabelsWereStillMissing(String name, Task task) {
        PredictionLog log = PredictionLog.named(name);
        Map<Instant, List<Prediction>> windows = windows(log, WindowSize.WEEK);
        Map<String, Label> labels = log.labels();
        FigureComparison comparison = FigureComparison.ofPerformance();
        for (Row row : log.table("expected_performance_weekly_as_of.csv.gz")) {
            Instant start = Instant.parse(row.text("window_start"));
            Duration after = Duration.ofDays(7 + row.count("as_of_days_after_close"));
            Tally tally = tally(
                    task,
                    windows.getOrDefault(start, List.of()),
                    labels,
                    label -> label.known().isBefore(start.plus(after)));
            assertThat(tally.n()).isEqualTo(row.count("n_labelled"));
            comparison.compare(tally.performance(), row);
        }
        comparison.demandAgreement();
    }

    @ParameterizedTest
    @CsvSource({"flights, BINARY", "bank-term-deposit, BINARY", "seattle-bikes, REGRESSION"})
    void theReference(String name, Task task) {
        PredictionLog log = PredictionLog.named(name);
        Judge judge = new Judge(task, "1");
        Tally tally = Tally.of(task);
        for (Row row : log.table("reference.csv.gz")) {
            double score = row.number("score");
            judge.judge(answer(row.text("prediction")), answer(row.text("label")), score)
                    .ifPresent(tally::add);
        }
        FigureComparison comparison = FigureComparison.ofPerformance();
        log.table("expected_performance_reference.csv").forEach(row -> comparison.compare(tally.performance(), row));
        comparison.demandAgreement();
    }

    private static void demandWindows(String name, Task task, WindowSize size, String file) {
        PredictionLog log = PredictionLog.named(name);
        Map<Instant, List<Prediction>> windows = windows(log, size);
        Map<String, Label> labels = log.labels();
        FigureComparison comparison = FigureComparison.ofPerformance();
        for (Row row : log.table(file)) {
            String version = row.text("version");
            List<Prediction> rows = windows.getOrDefault(Instant.parse(row.text("window_start")), List.of()).stream()
                    .filter(one -> version.equals("*") || version.equals(one.version()))
                    .toList();
            Tally tally = tally(task, rows, labels, label -> true);
            assertThat(tally.n()).isEqualTo(row.count("n_labelled"));
            comparison.compare(tally.performance(), row);
        }
        comparison.demandAgreement();
    }

    private static Map<Instant, List<Prediction>> windows(PredictionLog log, WindowSize size) {
        return log.predictions().stream()
                .collect(Collectors.groupingBy(one -> size.startOf(one.timestamp(), ZoneOffset.UTC)));
    }

    private static Tally tally(
            Task task, List<Prediction> predictions, Map<String, Label> labels, Predicate<Label> known) {
        Judge judge = new Judge(task, "1");
        Tally tally = Tally.of(task);
        for (Prediction one : predictions) {
            Label label = labels.get(one.id());
            if (label != null && known.test(label)) {
                judge.judge(answer(one.prediction()), answer(label.label()), one.score())
                        .ifPresent(tally::add);
            }
        }
        return tally;
    }

    private static Answer answer(String number) {
        return new Answer.Amount(Double.parseDouble(number));
    }
}
