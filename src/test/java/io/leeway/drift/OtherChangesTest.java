package io.leeway.drift;

import static io.leeway.drift.SampleRows.X;
import static io.leeway.drift.SampleRows.baseline;
import static io.leeway.drift.SampleRows.numbers;
import static io.leeway.drift.SampleRows.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.FeatureKind;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.statistics.Share;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What may change besides how values spread: one that is repeated, a feature that comes or goes, the number of rows. */
class OtherChangesTest {
    private static final Judge JUDGE = new Judge(JudgeSettings.withDefaults());
    private static final double[] AGES = ages(5_000, 1);

    @Test
    void aValueThatIsRepeatedIsNamedWithItsShare() {
        double[] window = ages(1_000, 2);
        Arrays.fill(window, 0, 60, 38);
        FeatureVerdict verdict = judge(window);
        assertThat(verdict.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(stuck(verdict).drifted()).isTrue();
        assertThat(stuck(verdict).sentence()).contains(" % of values are 38, ", " % in the baseline");
    }

    @Test
    void whereAllValuesMovedNoSingleOneIsStuck() {
        double[] window = Arrays.stream(ages(1_000, 2)).map(age -> age + 4).toArray();
        FeatureVerdict verdict = judge(window);
        assertThat(verdict.valueVerdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(stuck(verdict).drifted()).isFalse();
    }

    /** Of what the bins gained: beside 6 % that are 38 now come 7 %, or 9 %, that are anything above 100. */
    @Test
    void aValueIsStuckWhereItIsHalfOfWhatMoved() {
        assertThat(stuck(judge(repeatedAndFar(300, 350))).drifted()).isTrue();
        assertThat(stuck(judge(repeatedAndFar(300, 450))).drifted()).isFalse();
    }

    /** Ages as they were, but the first are 38 and the next somewhere far above. */
    private static double[] repeatedAndFar(int repeated, int far) {
        double[] window = AGES.clone();
        Arrays.fill(window, 0, repeated, 38);
        for (int row = repeated; row < repeated + far; row++) {
            window[row] = 100 + row;
        }
        return window;
    }

    @Test
    void ofValuesThatDidNotChangeNoneIsStuck() {
        for (int seed = 10; seed < 60; seed++) {
            assertThat(judge(ages(400, seed)).verdict()).as("seed %d", seed).isEqualTo(Verdict.STABLE);
        }
    }

    @Test
    void aFeatureWithoutAnyValueHasVanished() {
        double[] window = new double[500];
        Arrays.fill(window, Double.NaN);
        assertThat(judge(window).findings())
                .anyMatch(finding -> finding.subject() == Subject.VANISHED && finding.drifted());
    }

    @Test
    void aFeatureThatTheReferenceDoesNotHaveHasAppeared() {
        RateEvidence evidence =
                RateEvidence.missing(new Share(3, 500), new Share(5_000, 5_000), RateEvidence.effectOver(List.of()));
        FeatureVerdict verdict = JUDGE.judge(List.of(new FeatureEvidence("x", List.of(evidence))))
                .get(0);
        assertThat(verdict.findings())
                .singleElement()
                .matches(finding -> finding.subject() == Subject.APPEARED && finding.drifted());
    }

    @Test
    void rowsAreCountedAgainstTheWindowsOfTheReference() {
        FeatureVerdict few = volume(40, 200, 200, 200, 200);
        assertThat(few.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(few.reason()).startsWith("volume: 40 rows, 200 are usual; drift begins at 1");
        assertThat(volume(190, 200, 200, 200, 200).verdict()).isEqualTo(Verdict.STABLE);
        assertThat(volume(0, 200, 200, 200, 200).verdict()).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void whatIsUsualTakesThreeWindowsToKnow() {
        FeatureVerdict verdict = volume(40, 200, 200);
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.reason())
                .isEqualTo(
                        "volume: the reference has 2 windows, at least 3 are needed to tell how many rows are usual");
    }

    /** The rows of a baseline may be a sample: it does not tell how many there should be. */
    @Test
    void onlyWindowsOfTheLogTellHowManyRowsAreUsual() {
        Baseline rows = baseline(numbers(AGES));
        assertThat(new WindowComparison(Reference.ofRows(rows.columns(), List.of(new Profile()))).tellsVolume())
                .isFalse();
        List<Profile> windows = Collections.nCopies(3, profile(numbers(ages(50, 3)), rows));
        WindowComparison past = new WindowComparison(Reference.ofWindows(rows.layout(), windows));
        assertThat(past.tellsVolume()).isTrue();
        assertThat(past.usualVolume()).hasValue(50);
    }

    /** Nothing in it, and so nothing to compare with: no endless search for its quantiles. */
    @Test
    void aReferenceWithoutRowsLeavesAllUndecided() {
        Baseline rows = baseline(numbers(AGES));
        WindowComparison empty = new WindowComparison(Reference.ofWindows(rows.layout(), List.of()));
        FeatureEvidence evidence = empty.evidence(X, FeatureKind.NUMERIC, profile(numbers(ages(50, 3)), rows));
        assertThat(JUDGE.judge(List.of(evidence)).get(0).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    private static FeatureVerdict volume(long n, long... before) {
        VolumeEvidence evidence =
                new VolumeEvidence(n, Arrays.stream(before).boxed().toList());
        return JUDGE.judge(List.of(new FeatureEvidence(FeatureKey.VOLUME.name(), List.of(evidence))))
                .get(0);
    }

    private static FeatureVerdict judge(double[] window) {
        Baseline rows = baseline(numbers(AGES));
        WindowComparison comparison = new WindowComparison(Reference.ofRows(rows.columns(), List.of()));
        FeatureEvidence evidence = comparison.evidence(X, FeatureKind.NUMERIC, profile(numbers(window), rows));
        return JUDGE.judge(List.of(evidence)).get(0);
    }

    private static Finding stuck(FeatureVerdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.subject() == Subject.STUCK)
                .findFirst()
                .orElseThrow();
    }

    private static double[] ages(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToDouble(row -> Math.rint(40 + 12 * random.nextGaussian()))
                .toArray();
    }
}
