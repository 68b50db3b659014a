package io.leeway.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.Metrics;
import io.leeway.catalog.Task;
import io.leeway.catalog.Tolerance;
import io.leeway.catalog.WindowSize;
import io.leeway.logs.PredictionLog;
import io.leeway.logs.PredictionLog.Prediction;
import io.leeway.logs.Row;
import io.leeway.statistics.Figures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What two real logs say of their models once all labels are known, week by week. */
class PerformanceVerdictsOfRealLogsTest {
    private static final PerformanceVerdict NOTHING = PerformanceVerdict.undecided(Maturity.SPARSE, "");

    @Test
    void recallIsReportedLowInEveryWeekOfTheCrisisAlsoWhereAccuracyStillLooksWell() {
        SortedMap<Instant, PerformanceVerdict> weeks =
                verdicts("bank-term-deposit", Task.BINARY, Metrics.tolerances(Task.BINARY));
        for (String week : List.of(
                "2009-04-13",
                "2009-04-20",
                "2009-04-27",
                "2009-05-04",
                "2009-05-11",
                "2009-05-18",
                "2009-05-25",
                "2009-06-01")) {
            PerformanceVerdict verdict = weeks.getOrDefault(Instant.parse(week + "T00:00:00Z"), NOTHING);
            assertThat(verdict.metrics())
                    .as(week)
                    .anyMatch(metric -> metric.metric().equals("recall") && metric.standing() == Standing.DEGRADED);
        }
    }

    @Test
    void theErrorRiseOfMarch2020IsReportedInItsWeekAndHardlyAnythingBefore() {
        SortedMap<Instant, PerformanceVerdict> weeks =
                verdicts("seattle-bikes", Task.REGRESSION, Map.of("mae", new Tolerance(0.1, true)));
        Instant rise = Instant.parse("2020-03-16T00:00:00Z");
        assertThat(weeks.getOrDefault(rise, NOTHING).standing()).isEqualTo(Standing.DEGRADED);
        List<Instant> alarms = weeks.headMap(rise).entrySet().stream()
                .filter(week -> week.getValue().standing() == Standing.DEGRADED)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(alarms).hasSizeLessThanOrEqualTo(6);
    }

    private static SortedMap<Instant, PerformanceVerdict> verdicts(
            String name, Task task, Map<String, Tolerance> tolerances) {
        PredictionLog log = PredictionLog.named(name);
        Judge judge = new Judge(task, "1");
        Map<String, PredictionLog.Label> labels = log.labels();
        SortedMap<Instant, SortedMap<Instant, Tally>> weeks = new TreeMap<>();
        for (Prediction one : log.predictions()) {
            PredictionLog.Label label = labels.get(one.id());
            if (label != null) {
                Tally day = weeks.computeIfAbsent(start(WindowSize.WEEK, one), unused -> new TreeMap<>())
                        .computeIfAbsent(start(WindowSize.DAY, one), unused -> Tally.of(task));
                judge.judge(answer(one.prediction()), answer(label.label()), one.score())
                        .ifPresent(day::add);
            }
        }
        Figures baseline = baseline(log, task, judge);
        SortedMap<Instant, PerformanceVerdict> verdicts = new TreeMap<>();
        weeks.forEach((week, days) -> verdicts.put(
                week,
                new PerformanceJudge(tolerances, 0.01)
                        .judge(
                                Maturity.FINAL,
                                BlockPerformance.of(sum(task, days.values()), days.values()),
                                baseline,
                                NOTHING)));
        return verdicts;
    }

    /** The reference in sixteen parts, in the order of its times. */
    private static Figures baseline(PredictionLog log, Task task, Judge judge) {
        List<Row> rows = log.table("reference.csv.gz");
        SortedMap<Integer, Tally> parts = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            judge.judge(answer(row.text("prediction")), answer(row.text("label")), row.number("score"))
                    .ifPresent(parts.computeIfAbsent(16 * i / rows.size(), unused -> Tally.of(task))::add);
        }
        return BlockPerformance.of(sum(task, parts.values()), parts.values()).figures();
    }

    private static Tally sum(Task task, Iterable<Tally> parts) {
        Tally sum = Tally.of(task);
        parts.forEach(sum::merge);
        return sum;
    }

    private static Instant start(WindowSize size, Prediction prediction) {
        return size.startOf(prediction.timestamp(), ZoneOffset.UTC);
    }

    private static Answer answer(String number) {
        return new Answer.Amount(Double.parseDouble(number));
    }
}
