package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.change.LossDay;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.ItemList;
import io.leeway.event.LabelsBuilder;
import io.leeway.series.Point;
import io.leeway.truth.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A shop recommends ten of twenty books to everybody; which one is bought stands first, second or third of them. */
class RankingTest {
    private static final String MODEL = "books";
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int ROWS = 400;

    private Clockwork clockwork = new Clockwork(2);

    @Test
    void whatIsBoughtLowerDownTheListIsToldAsWorseThanTheBaseline() {
        clockwork.settings(MODEL, SettingsOf.task(Task.RANKING));
        clockwork.baseline(shown(MONDAY.minus(Duration.ofDays(7)), true));
        twoDays();
        labelled(7, 0, 1);
        WindowReport report = monday();
        assertThat(report.labelled()).isEqualTo(ROWS);
        assertThat(report.baselinePerformance().get("mrr").orElseThrow()).isBetween(0.5, 0.7);
        assertThat(report.performance().get("hit_rate_10")).hasValue(1);
        assertThat(report.verdict().standing()).isEqualTo(Standing.DEGRADED);
        assertThat(report.verdict().reason()).startsWith("ndcg_10 0.3");
    }

    @Test
    void whatIsBoughtWhereItWasIsStable() {
        clockwork.settings(MODEL, SettingsOf.task(Task.RANKING));
        clockwork.baseline(shown(MONDAY.minus(Duration.ofDays(7)), true));
        twoDays();
        labelled(0, 0, 1);
        assertThat(monday().verdict().standing()).isEqualTo(Standing.STABLE);
    }

    @Test
    void aModelWhosePredictionsAreListsIsTakenForOneThatRanks() {
        clockwork.settings(MODEL, ModelSettings.withDefaults());
        twoDays();
        assertThat(clockwork.status(MODEL).model().task()).contains(Task.RANKING);
        labelled(0, 0, 1);
        assertThat(monday().performance().get("ndcg_10")).isPresent();
        assertThat(monday().features()).extracting(FeatureReport::name).containsExactly("age");
    }

    @Test
    void inWhateverOrderLabelsComeTheNumbersAreTheSameToTheBit() {
        twoDays();
        labelled(3, 0, 1);
        WindowReport atOnce = monday();
        clockwork = new Clockwork(1);
        twoDays();
        for (int part = 2; part >= 0; part--) {
            labelled(5, part, 3);
            labelled(3, part, 3);
        }
        assertThat(monday().performance()).isEqualTo(atOnce.performance());
    }

    @Test
    void answersForWhichNothingWasRelevantAreNoLossesUntilSomethingIs() {
        clockwork.baseline(shown(MONDAY.minus(Duration.ofDays(7)), true));
        twoDays();
        labelled(0, 0, 2);
        nothingRelevant(1, 2);
        assertThat(losses()).extracting(LossDay::n).containsExactly(ROWS / 2L);
        double loss = losses().get(0).loss();
        labelled(0, 1, 2);
        assertThat(losses()).extracting(LossDay::n).containsExactly(1L * ROWS);
        assertThat(losses().get(0).loss()).isCloseTo(2 * loss, withPercentage(5));
    }

    @Test
    void rowsOfABaselineForWhichNothingWasRelevantSayNothingOfItsLevel() {
        Batch half =
                shown(MONDAY.minus(Duration.ofDays(7)), row -> Optional.of(row % 2 == 0 ? bought(row) : List.of()));
        clockwork.baseline(half);
        twoDays();
        KnownModel model = clockwork.known(MODEL);
        assertThat(new Baselines(clockwork.store())
                        .of(model, "")
                        .flatMap(ModelBaseline::level)
                        .orElseThrow()
                        .n())
                .isEqualTo(ROWS / 2L);
    }

    @Test
    void itsMetricsStandInTheSeries() {
        twoDays();
        labelled(0, 0, 1);
        assertThat(clockwork.allOwed())
                .filteredOn(point -> point.measurement().equals("performance"))
                .filteredOn(point -> Long.valueOf(0).equals(point.fields().get("open")))
                .extracting(Point::fields)
                .allMatch(fields -> fields.containsKey("ndcg_10_low") && fields.containsKey("relevant_rate"))
                .isNotEmpty();
    }

    private void twoDays() {
        clockwork.predictions(shown(MONDAY, false));
        clockwork.predictions(shown(MONDAY.plus(Duration.ofDays(3)), false));
        clockwork.report();
    }

    private List<LossDay> losses() {
        KnownModel model = clockwork.known(MODEL);
        return LossDays.of(clockwork.store(), model, model.versions().keySet(), MONDAY.plus(Duration.ofDays(7)));
    }

    private static Batch shown(Instant day, boolean labelled) {
        return shown(day, row -> labelled ? Optional.of(bought(row)) : Optional.empty());
    }

    private static List<String> bought(int row) {
        return List.of(books(row).get(row % 3));
    }

    private static Batch shown(Instant day, IntFunction<Optional<List<String>>> relevant) {
        BatchBuilder batch = new BatchBuilder(MODEL);
        int age = batch.feature("age");
        for (int row = 0; row < ROWS; row++) {
            batch.id(day + "-" + row);
            batch.timestamp(day.plusSeconds(200L * row).toEpochMilli());
            batch.featureNumber(age, 20 + row % 50);
            batch.predictionText(ItemList.of(books(row)).text());
            relevant.apply(row).map(ItemList::of).map(ItemList::text).ifPresent(batch::labelText);
            batch.keep();
        }
        return batch.build();
    }

    private static List<String> books(int row) {
        List<String> all = new ArrayList<>();
        for (int book = 0; book < 20; book++) {
            all.add("book " + book);
        }
        Collections.shuffle(all, new Random(row));
        return all.subList(0, 10);
    }

    /** Of every so many rows of Monday what was bought, so many places lower than on the baseline. */
    private void labelled(int lower, int from, int step) {
        LabelsBuilder labels = new LabelsBuilder(MODEL);
        for (int row = from; row < ROWS; row += step) {
            String bought =
                    ItemList.of(List.of(books(row).get(row % 3 + lower))).text();
            labels.add(
                    MONDAY + "-" + row,
                    bought,
                    MONDAY.plusSeconds(86_400L - lower).toEpochMilli());
        }
        clockwork.labels(labels.build());
        clockwork.report();
    }

    /** Labels so many rows of Monday with an empty list, before all others. */
    private void nothingRelevant(int from, int step) {
        LabelsBuilder labels = new LabelsBuilder(MODEL);
        for (int row = from; row < ROWS; row += step) {
            labels.add(
                    MONDAY + "-" + row,
                    ItemList.of(List.of()).text(),
                    MONDAY.plusSeconds(80_000).toEpochMilli());
        }
        clockwork.labels(labels.build());
        clockwork.report();
    }

    private WindowReport monday() {
        return clockwork.reports(MODEL, "*", WindowSize.DAY).get(0);
    }
}
