package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.joint.JointFinding;
import io.leeway.joint.JointReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two features that go together part, though neither of them moves. */
class ManyInputsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int ROWS_A_DAY = 500;

    private final Random random = new Random(Long.getLong("leeway.seed", 23));

    @Test
    void theWindowInWhichTheyPartSaysSoAndNoOther() {
        Clockwork clockwork = run(SettingsOf.manyInputs(), 2);
        assertThat(joint(clockwork, 0).findings()).noneMatch(JointFinding::drifted);
        WindowReport parted = report(clockwork, 1);
        JointReport joint = joint(clockwork, 1);
        assertThat(joint.n()).isEqualTo(ROWS_A_DAY - 1);
        assertThat(joint.features()).isEqualTo(3);
        assertThat(joint.findings().stream().filter(JointFinding::drifted))
                .anySatisfy(
                        finding -> assertThat(finding.reason()).startsWith("the correlation of height and weight is "));
        assertThat(parted.driftedFeatures()).isZero();
        assertThat(ReportPoints.of(parted).filter(point -> point.measurement().equals("joint")))
                .anySatisfy(point -> {
                    assertThat(point.tags()).containsEntry("test", "correlation");
                    assertThat(point.fields()).containsEntry("drifted", 1L).containsKeys("drift_score", "threshold");
                });
    }

    @Test
    void overAnyLanesTheSumsAreTheSame() {
        assertThat(joint(run(SettingsOf.manyInputs(), 1), 1))
                .isEqualTo(joint(new ManyInputsTest().run(SettingsOf.manyInputs(), 3), 1));
    }

    @Test
    void whereSettingsDoNotAskForItNothingIsCountedOrSaid() {
        assertThat(report(run(SettingsOf.windows(WindowSize.DAY), 1), 1)
                        .insights()
                        .joint())
                .isEmpty();
    }

    private static JointReport joint(Clockwork clockwork, int day) {
        return report(clockwork, day).insights().joint().orElseThrow();
    }

    private static WindowReport report(Clockwork clockwork, int day) {
        return clockwork
                .report(Rows.MODEL, "*", WindowSize.DAY, day(day).toString())
                .orElseThrow();
    }

    private Clockwork run(ModelSettings settings, int lanes) {
        Clockwork clockwork = new Clockwork(lanes);
        clockwork.settings(Rows.MODEL, settings);
        clockwork.baseline(rows(-10, 10, 0.9));
        clockwork.predictions(rows(0, 1, 0.9));
        clockwork.predictions(rows(1, 1, 0));
        clockwork.predictions(rows(3, 1, 0.9));
        clockwork.report();
        return clockwork;
    }

    /** Of each day the first row lacks a number. */
    private Batch rows(int from, int days, double correlation) {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        int height = batch.feature("height");
        int weight = batch.feature("weight");
        int age = batch.feature("age");
        for (int row = 0; row < days * ROWS_A_DAY; row++) {
            batch.id(from + "-" + row);
            batch.timestamp(day(from).plusSeconds(86_400L * row / ROWS_A_DAY).toEpochMilli());
            double one = random.nextGaussian();
            double other = random.nextGaussian();
            batch.featureNumber(height, 170 + 10 * one);
            if (row % ROWS_A_DAY > 0) {
                batch.featureNumber(
                        weight, 70 + 8 * (correlation * one + Math.sqrt(1 - correlation * correlation) * other));
            }
            batch.featureNumber(age, 40 + 12 * random.nextGaussian());
            batch.predictionNumber(0);
            batch.keep();
        }
        return batch.build();
    }

    private static Instant day(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }
}
