package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.estimate.EstimateReport;
import io.leeway.estimate.Trust;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.LabelsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Models of several classes and of numbers are estimated without labels too, and labels say what that is worth. */
class EstimatesTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int ROWS_A_DAY = 500;
    private static final Duration HORIZON = Duration.ofDays(10);

    private final Random random = new Random(Long.getLong("leeway.seed", 9));

    @Test
    void aModelOfSeveralClassesIsEstimatedByItsConfidenceAndTrustedOnceLabelsBoreItOut() {
        Clockwork clockwork = run(this::classes, 0);
        EstimateReport estimate = estimate(clockwork, 5);
        assertThat(estimate.trust()).isEqualTo(Trust.TRUSTED);
        // Half of the calls are right in .9, half in .5.
        assertThat(estimate.figures().get("accuracy").orElseThrow()).isBetween(0.66, 0.74);
        assertThat(estimate.figures().has("macro_f1_low")).isTrue();
    }

    @Test
    void aModelOfNumbersIsEstimatedByTheTenthsOfItsPredictions() {
        EstimateReport estimate = estimate(run(this::numbers, 0), 5);
        assertThat(estimate.trust()).isEqualTo(Trust.TRUSTED);
        // The absolute error is a tenth of the prediction, which is 50 on average, times that of a normal value.
        assertThat(estimate.figures().get("mae").orElseThrow()).isBetween(3.5, 4.5);
        assertThat(estimate.figures().has("rmse_high")).isTrue();
    }

    @Test
    void labelsThatPartFromWhatAnswersPromisedCostTheTrust() {
        assertThat(estimate(run(this::classes, 1), 5).trust()).isEqualTo(Trust.UNTRUSTED);
        assertThat(estimate(run(this::numbers, 30), 5).trust()).isEqualTo(Trust.UNTRUSTED);
    }

    private static EstimateReport estimate(Clockwork clockwork, int day) {
        return clockwork
                .report(Rows.MODEL, "*", WindowSize.DAY, day(day).toString())
                .flatMap(WindowReport::estimate)
                .orElseThrow();
    }

    /** Five labelled days and one without labels; their truth is off by this. */
    private static Clockwork run(Draw draw, double off) {
        Clockwork clockwork = new Clockwork(2);
        clockwork.settings(Rows.MODEL, SettingsOf.daily(HORIZON));
        clockwork.baseline(batch(draw, -1, 6_000, Optional.empty(), 0));
        for (int day = 0; day < 7; day++) {
            LabelsBuilder labels = new LabelsBuilder(Rows.MODEL);
            clockwork.predictions(batch(draw, day, ROWS_A_DAY, Optional.of(labels), off));
            if (day < 5) {
                clockwork.labels(labels.build());
            }
            clockwork.report();
        }
        return clockwork;
    }

    private static Batch batch(Draw draw, int day, int rows, Optional<LabelsBuilder> labels, double off) {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        for (int row = 0; row < rows; row++) {
            Instant time = day(day).plusSeconds(86_400L * row / rows);
            String id = day + "-" + row;
            batch.id(id);
            batch.timestamp(time.toEpochMilli());
            Truth truth = draw.into(batch, off);
            if (labels.isEmpty()) {
                truth.label(batch);
            }
            labels.ifPresent(builder -> truth.label(builder, id, time));
            batch.keep();
        }
        return batch.build();
    }

    private Truth classes(BatchBuilder batch, double off) {
        List<String> names = List.of("a", "b", "c");
        int called = random.nextInt(3);
        double confidence = random.nextBoolean() ? 0.9 : 0.5;
        batch.predictionText(names.get(called));
        batch.score(names.get(called), confidence);
        boolean right = random.nextDouble() < confidence - 0.3 * off;
        return new Truth(right ? names.get(called) : names.get((called + 1) % 3), 0);
    }

    private Truth numbers(BatchBuilder batch, double off) {
        double prediction = 100 * random.nextDouble();
        batch.predictionNumber(prediction);
        return new Truth("", prediction + prediction / 10 * random.nextGaussian() + off);
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    /** Fills a row but for its label. */
    @FunctionalInterface
    private interface Draw {
        Truth into(BatchBuilder batch, double off);
    }

    /** A class, or a number if there is none. */
    private record Truth(String name, double number) {
        void label(BatchBuilder batch) {
            if (name.isEmpty()) {
                batch.labelNumber(number);
            } else {
                batch.labelText(name);
            }
        }

        void label(LabelsBuilder labels, String id, Instant time) {
            long known = time.plusSeconds(3_600).toEpochMilli();
            if (name.isEmpty()) {
                labels.add(id, number, known);
            } else {
                labels.add(id, name, known);
            }
        }
    }
}
