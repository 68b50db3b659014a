package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.logs.FigureComparison;
import io.leeway.logs.PredictionLog;
import io.leeway.logs.Row;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real logs sent as they happened: each prediction when it was made, each label when it became known, read on the way. A
 * reader is shown the labels of that moment, all of them and none later.
 */
class FiguresAsLabelsArriveIT {
    private static final Duration WEEK = Duration.ofDays(7);

    private final FigureComparison comparison = FigureComparison.ofPerformance();

    @ParameterizedTest
    @CsvSource({"flights, binary", "bank-term-deposit, binary", "seattle-bikes, regression"})
    void aWeekPerformsAsTheLabelsKnownByThenSay(String name, String task, @TempDir Path folder)
            throws IOException, InvalidYamlException {
        PredictionLog log = PredictionLog.named(name);
        LogOverHttp rows = new LogOverHttp(log);
        String settings = "{\"task\": \"%s\", \"windows\": [\"7d\"], \"keep_windows\": \"3650d\"}";
        try (WatchedService service = rows.service(folder, settings.formatted(task))) {
            Instant sent = Instant.EPOCH;
            for (Map.Entry<Instant, List<Row>> moment : moments(log).entrySet()) {
                service.setTime(moment.getKey());
                service.postPredictions(rows.predictions(sent, moment.getKey()));
                service.postLabels(rows.labels(sent, moment.getKey()));
                moment.getValue().forEach(row -> compare(service, row));
                sent = moment.getKey();
            }
        }
        comparison.demandAgreement();
    }

    /** The moments for which figures are expected, and those figures. */
    private static NavigableMap<Instant, List<Row>> moments(PredictionLog log) {
        return log.table("expected_performance_weekly_as_of.csv.gz").stream()
                .collect(Collectors.groupingBy(
                        row -> start(row).plus(WEEK).plus(Duration.ofDays(row.count("as_of_days_after_close"))),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private void compare(WatchedService service, Row row) {
        WindowAnswer week = service.window(start(row), "7d");
        assertThat(week.n()).isEqualTo(row.count("n"));
        assertThat(week.labelled()).as("%s", row).isEqualTo(row.count("n_labelled"));
        assertThat(week.coverage()).isCloseTo(row.number("label_coverage"), within(1e-9));
        comparison.compare(week.performance(), row);
    }

    private static Instant start(Row row) {
        return Instant.parse(row.text("window_start"));
    }
}
