package io.leeway.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.Effort;
import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.JointSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five features of which the first two go together, day by day. */
class JointReferenceTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final int SIZE = NAMES.size();

    private final long seed = Long.getLong("leeway.seed", 17);
    private final Random random = new Random(seed);

    /** By rows a window and how far means wander from day to day, in standard deviations. */
    @ParameterizedTest
    @CsvSource({"100, 0", "1000, 0", "20000, 0", "1000, 0.2", "5000, 0.2", "300, 0.2"})
    void whereNothingChangesAtMostAlphaOfWindowsAlarm(int rows, double wander) {
        int alarms = 0;
        int windows = 0;
        for (int reference = 0; reference < Effort.times(4); reference++) {
            JointReference known = reference(1_000, wander);
            for (int window = 0; window < 50; window++, windows++) {
                alarms += known.judge(rows(rows, wander, 0.8), 0.01, 0.01).stream()
                                .anyMatch(JointFinding::drifted)
                        ? 1
                        : 0;
            }
        }
        // 1 % of 200, and as much more as the references that are alike in each fifty let it scatter.
        assertThat(alarms / (double) windows).as("-Dleeway.seed=%d", seed).isLessThanOrEqualTo(0.05);
    }

    @Test
    void rowsThatAreAllAlikeSayNothing() {
        JointSums alike = new JointSums(SIZE);
        for (int row = 0; row < 100; row++) {
            alike.add(new int[SIZE]);
        }
        assertThat(JointReference.of(NAMES, alike, List.of()).judge(rows(100, 0, 0.8), 0.01, 0.01))
                .isEmpty();
    }

    @Test
    void aCorrelationThatIsLostIsNamedThoughNoFeatureMovedAlone() {
        List<JointFinding> findings = reference(1_000, 0).judge(rows(2_000, 0, 0), 0.01, 0.01);
        JointFinding pair = of(findings, "correlation");
        assertThat(pair.drifted()).as("-Dleeway.seed=%d", seed).isTrue();
        assertThat(pair.score()).isGreaterThan(1);
        assertThat(pair.reason()).startsWith("the correlation of a and b is ").contains("and was 0.80");
        assertThat(of(findings, "mean_shift").drifted()).isFalse();
    }

    @Test
    void meansThatMoveAgainstTheirCorrelationAreFound() {
        // A fifth of a standard deviation each, in opposite directions: sqrt(2) * .2 / sqrt(.2) = .63 along that
        // component.
        JointSums window = new JointSums(SIZE);
        for (int row = 0; row < 1_000; row++) {
            double[] values = row(0.8, new double[SIZE]);
            values[0] += 0.2;
            values[1] -= 0.2;
            add(values, window);
        }
        JointFinding means = of(reference(1_000, 0).judge(window, 0.01, 0.01), "mean_shift");
        assertThat(means.drifted()).as("-Dleeway.seed=%d", seed).isTrue();
        assertThat(means.value()).isBetween(0.25, 0.6);
    }

    @Test
    void rowsThatLeaveTheSpaceOfThePrincipalComponentsAreFound() {
        JointSums window = new JointSums(SIZE);
        for (int row = 0; row < 2_000; row++) {
            double[] values = row(0.8, new double[SIZE]);
            values[1] = -values[0];
            add(values, window);
        }
        assertThat(of(reference(1_000, 0).judge(window, 0.01, 0.01), "reconstruction")
                        .drifted())
                .as("-Dleeway.seed=%d", seed)
                .isTrue();
    }

    @Test
    void withoutWindowsOfTheReferenceOnlyMeansAreCompared() {
        JointReference reference = JointReference.of(NAMES, rows(5_000, 0, 0.8), List.of());
        assertThat(reference.judge(rows(500, 0, 0), 0.01, 0.01))
                .extracting(JointFinding::test)
                .containsExactly("mean_shift");
    }

    @Test
    void featuresThatDetermineEachOtherCountOnce() {
        JointSums sums = new JointSums(2);
        for (int row = 0; row < 500; row++) {
            int step = JointSums.step(random.nextGaussian());
            sums.add(new int[] {step, step});
        }
        assertThat(new Components(Spread.of(sums)).held()).isEqualTo(1);
        assertThat(JointReference.of(List.of("a", "b"), sums, List.of()).judge(sums, 0.01, 0.01))
                .extracting(JointFinding::drifted)
                .containsExactly(false);
    }

    @Test
    void sumsGiveTheCovarianceAndMergeInAnyOrderToTheBit() {
        // numpy.cov(x, rowvar=False, bias=True), x = r_[[1, 2], [3, 1], [-1, .5]]
        JointSums first = new JointSums(2);
        JointSums second = new JointSums(2);
        first.add(new int[] {JointSums.step(1), JointSums.step(2)});
        second.add(new int[] {JointSums.step(3), JointSums.step(1)});
        second.add(new int[] {JointSums.step(-1), JointSums.step(0.5)});
        JointSums one = new JointSums(2);
        one.merge(first);
        one.merge(second);
        JointSums other = new JointSums(2);
        other.merge(second);
        other.merge(first);
        assertThat(one).isEqualTo(other);
        assertThat(one.without(second)).isEqualTo(first);
        Spread spread = Spread.of(one);
        assertThat(spread.covariance().getEntry(0, 0)).isCloseTo(2.6666666666666665, within(1e-12));
        assertThat(spread.covariance().getEntry(0, 1)).isCloseTo(0.3333333333333333, within(1e-12));
        assertThat(spread.covariance().getEntry(1, 1)).isCloseTo(0.3888888888888889, within(1e-12));
        ByteWriter out = new ByteWriter();
        one.write(out);
        assertThat(JointSums.read(new ByteReader(out.toByteArray()))).isEqualTo(one);
        assertThat(JointSums.step(1e300)).isEqualTo(JointSums.FARTHEST * JointSums.STEPS);
    }

    private static JointFinding of(List<JointFinding> findings, String test) {
        return findings.stream()
                .filter(finding -> finding.test().equals(test))
                .findFirst()
                .orElseThrow();
    }

    private JointReference reference(int rowsADay, double wander) {
        JointSums whole = new JointSums(SIZE);
        List<JointSums> days = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            JointSums sums = rows(rowsADay, wander, 0.8);
            days.add(sums);
            whole.merge(sums);
        }
        return JointReference.of(NAMES, whole, days);
    }

    private JointSums rows(int count, double wander, double correlation) {
        double[] centre = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            centre[i] = wander * random.nextGaussian();
        }
        JointSums sums = new JointSums(SIZE);
        for (int row = 0; row < count; row++) {
            add(row(correlation, centre), sums);
        }
        return sums;
    }

    private double[] row(double correlation, double[] centre) {
        double[] values =
                random.doubles(SIZE).map(unused -> random.nextGaussian()).toArray();
        values[1] = correlation * values[0] + Math.sqrt(1 - correlation * correlation) * values[1];
        for (int i = 0; i < SIZE; i++) {
            values[i] += centre[i];
        }
        return values;
    }

    private static void add(double[] values, JointSums sums) {
        int[] steps = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            steps[i] = JointSums.step(values[i]);
        }
        sums.add(steps);
    }
}
