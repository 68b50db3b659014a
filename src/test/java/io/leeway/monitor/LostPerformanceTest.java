package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.LabelsBuilder;
import io.leeway.truth.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a window of the whole says of where its performance was lost. */
class LostPerformanceTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final List<String> AIRPORTS = List.of("ATL", "DFW", "JFK", "ORD");
    private static final int ROWS = 1_600;

    private Clockwork clockwork = new Clockwork(2);

    @Test
    void theSegmentThatLostItIsNamedInTheVerdictAndWithItsFigures() {
        started();
        labelled("ORD", 2, 20);
        WindowReport report = monday();
        assertThat(report.verdict().standing()).isEqualTo(Standing.DEGRADED);
        assertThat(report.verdict().reason())
                .contains("; accuracy of airport=ORD is 50.0 %, 90.0 % on the baseline, in 25.0 % of the rows: ");
        assertThat(report.insights().losses().orElseThrow().parts().get(0).name())
                .isEqualTo("airport=ORD");
        assertThat(LikelyCauses.of(report).get(0)).startsWith("Accuracy of airport=ORD is 50.0 %, ");
    }

    @Test
    void whereAllLostAlikeNoneIsNamed() {
        started();
        labelled("", 3, 3);
        assertThat(monday().verdict().standing()).isEqualTo(Standing.DEGRADED);
        assertThat(monday().verdict().reason())
                .endsWith("; no segment and no range of scores surely lost more than the others (12 looked at)");
    }

    @Test
    void whereNothingWasLostNothingIsSaid() {
        started();
        labelled("", 20, 20);
        assertThat(monday().verdict().standing()).isEqualTo(Standing.STABLE);
        assertThat(monday().insights().losses()).isEmpty();
    }

    /** As in {@link OrderTest}, but of labels by which a segment is named. */
    @Test
    void inWhateverOrderLabelsComeTheSameIsSaid() {
        started();
        labelled("ORD", 2, 20);
        WindowReport atOnce = monday();
        clockwork = new Clockwork(1);
        started();
        for (int part = 3; part >= 0; part--) {
            labelled("ORD", 2, 20, part, 4);
        }
        assertThat(monday().insights()).isEqualTo(atOnce.insights());
        assertThat(monday().verdict()).isEqualTo(atOnce.verdict());
    }

    @Test
    void whatWasSaidAtTheFirstLookStandsUntilTheLast() {
        started();
        for (int part = 0; part < 3; part++) {
            labelled("ORD", 2, 20, part + 1, 4);
        }
        String said = monday().verdict().reason();
        assertThat(said).containsOnlyOnce("accuracy of airport=ORD is 50.0 %");
        labelled("ORD", 2, 20, 4, 16);
        assertThat(monday().verdict().reason()).isEqualTo(said);
        assertThat(monday().labelled()).isEqualTo(3L * ROWS / 4 + ROWS / 16);
    }

    private void started() {
        clockwork.settings(Flights.MODEL, SettingsOf.segments("airport"));
        clockwork.baseline(flights(MONDAY.minus(Duration.ofDays(7)), true));
        clockwork.predictions(flights(MONDAY, false));
        clockwork.predictions(flights(MONDAY.plus(Duration.ofDays(3)), false));
        clockwork.report();
    }

    /** As many from each airport at any time of the day; of a reference every tenth is wrong. */
    private static Batch flights(Instant day, boolean labelled) {
        BatchBuilder batch = new BatchBuilder(Flights.MODEL);
        int airport = batch.feature("airport");
        for (int row = 0; row < ROWS; row++) {
            batch.id(day + "-" + row);
            batch.timestamp(day.plusSeconds(54L * row).toEpochMilli());
            batch.featureText(airport, AIRPORTS.get(row % 4));
            batch.predictionNumber(row / 4 % 2);
            if (labelled) {
                batch.labelNumber(answer(row, row / 8 % 10 == 0));
            }
            batch.keep();
        }
        return batch.build();
    }

    /** Labels all rows of Monday; of one airport every so many are wrong, elsewhere every so many. */
    private void labelled(String airport, int there, int elsewhere) {
        labelled(airport, there, elsewhere, 0, 1);
    }

    private void labelled(String airport, int there, int elsewhere, int from, int step) {
        LabelsBuilder labels = new LabelsBuilder(Flights.MODEL);
        for (int row = from; row < ROWS; row += step) {
            int every = AIRPORTS.get(row % 4).equals(airport) ? there : elsewhere;
            labels.add(MONDAY + "-" + row, answer(row, row / 8 % every == 0), MONDAY.toEpochMilli());
        }
        clockwork.labels(labels.build());
        clockwork.report();
    }

    private static int answer(int row, boolean wrong) {
        int predicted = row / 4 % 2;
        return wrong ? 1 - predicted : predicted;
    }

    private WindowReport monday() {
        return clockwork.reports(Flights.MODEL, "*", WindowSize.DAY).get(0);
    }
}
