package io.leeway.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.statistics.OwnNoise;
import io.leeway.statistics.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Judge JUDGE = new Judge(JudgeSettings.withDefaults());
    private static final long[] TEN = {600, 600, 600, 600, 600, 600, 600, 600, 600, 600};
    private static final OwnNoise KNOWN = new OwnNoise(0, 0, 6);

    @Test
    void aWindowLikeItsReferenceIsStable() {
        FeatureVerdict verdict = judge(values(TEN, tenth(TEN)), missing(60, 600, 600));
        assertThat(verdict.verdict()).isEqualTo(Verdict.STABLE);
        assertThat(verdict.driftScore().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(verdict.reason()).startsWith("x: psi 0 against a limit of 0.0");
    }

    @Test
    void valuesThatMovedAreDriftedAndTheRatesAreNot() {
        FeatureVerdict verdict =
                judge(values(TEN, new long[] {5, 10, 20, 40, 60, 80, 100, 100, 90, 95}), missing(60, 600, 600));
        assertThat(verdict.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(verdict.valueVerdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(verdict.rateVerdict()).isEqualTo(Verdict.STABLE);
        assertThat(verdict.rateScore().orElseThrow()).isZero();
        assertThat(verdict.figures().asMap()).containsOnlyKeys("psi_test", "threshold", "drift_score", "q_value");
    }

    @Test
    void theScoreOfValuesIsPsiOverItsThreshold() {
        Finding found = judge(values(TEN, new long[] {5, 10, 20, 40, 60, 80, 100, 100, 90, 95}))
                .values()
                .orElseThrow();
        assertThat(found.score())
                .isEqualTo(found.limit().measured() / found.limit().critical())
                .isGreaterThan(1);
    }

    @Test
    void aRateThatMovedIsDriftedAndNamedInTheReason() {
        FeatureVerdict verdict = judge(values(TEN, tenth(TEN)), missing(361, 600, 588));
        assertThat(verdict.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(verdict.valueVerdict()).isEqualTo(Verdict.STABLE);
        assertThat(verdict.rateVerdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(verdict.reason())
                .startsWith("x: 60.2 % of values are missing, 9.8 % in the baseline; drift begins at 1");
    }

    @Test
    void everyDriftedTestIsInTheReason() {
        FeatureVerdict verdict =
                judge(values(TEN, new long[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 600}), missing(400, 600, 588));
        assertThat(verdict.reason()).contains("psi ", "; also ", "are missing");
    }

    @Test
    void fewerMissingValuesAreAChangeToo() {
        assertThat(judge(missing(0, 600, 588)).verdict()).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void tooFewRowsAreUndecidedWithTheReason() {
        FeatureVerdict verdict = judge(values(TEN, new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 0}), missing(3, 12, 588));
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.driftScore()).isEmpty();
        assertThat(verdict.figures().size()).isZero();
        assertThat(verdict.reason())
                .isEqualTo("x: 9 values in the window, at least 30 are needed; "
                        + "12 values in the window, at least 30 are needed");
    }

    @Test
    void aReferenceWithoutValuesLeavesTheirComparisonUndecided() {
        FeatureVerdict verdict = judge(values(new long[10], tenth(TEN)), missing(0, 600, 6000));
        assertThat(verdict.valueVerdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.obstacles().get(0).reason()).isEqualTo("no values in the baseline, at least 30 are needed");
        assertThat(verdict.verdict()).isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void anOpenWindowIsUndecided() {
        FeatureVerdict verdict = FeatureVerdict.undecided("x", "open");
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(verdict.reason()).isEqualTo("x: open");
    }

    @Test
    void withoutWindowsOfTheReferenceTheReasonSaysThatItsNoiseIsUnknown() {
        ValueEvidence evidence = new ValueEvidence(BinOrder.ORDERED, TEN, tenth(TEN), OwnNoise.unknown());
        assertThat(judge(evidence).reason()).endsWith("; own noise unknown");
        assertThat(judge(values(TEN, tenth(TEN))).reason()).doesNotContain("unknown");
    }

    @Test
    void categoriesTheReferenceNeverSawAreFoundWhenItsSingletonsExpectNone() {
        long[] reference = {3000, 2000, 1000, 0};
        FeatureVerdict verdict = judge(RateEvidence.newCategories(reference, new long[] {300, 190, 90, 20}));
        assertThat(verdict.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(verdict.reason())
                .startsWith("x: 3.3 % of values are in categories the baseline never saw, 0.0 % expected; ");
    }

    @Test
    void newCategoriesAreNoNewsWhereTheReferenceIsFullOfSingletons() {
        long[] reference = IntStream.range(0, 600)
                .mapToLong(c -> c < 300 ? 10 : c < 500 ? 1 : 0)
                .toArray();
        long[] window = IntStream.range(0, 600)
                .mapToLong(c -> c < 300 ? 2 : c < 550 ? 0 : 1)
                .toArray();
        assertThat(judge(RateEvidence.newCategories(reference, window)).verdict())
                .isEqualTo(Verdict.STABLE);
    }

    @Test
    void valuesOutsideTheReferencesRangeAreFoundOnEitherSide() {
        Share many = new Share(30, 600);
        Share none = new Share(0, 600);
        assertThat(judge(RateEvidence.belowRange(many, new Share(0, 6000), RateEvidence.effectOver(List.of())))
                        .verdict())
                .isEqualTo(Verdict.DRIFTED);
        assertThat(judge(RateEvidence.aboveRange(many, new Share(0, 6000), RateEvidence.effectOver(List.of())))
                        .verdict())
                .isEqualTo(Verdict.DRIFTED);
        assertThat(judge(RateEvidence.aboveRange(none, new Share(0, 6000), RateEvidence.effectOver(List.of())))
                        .verdict())
                .isEqualTo(Verdict.STABLE);
    }

    @Test
    void aRateThatSwingsBetweenTheReferencesWindowsMaySwingInThisOne() {
        List<Share> swings =
                List.of(new Share(0, 1000), new Share(300, 1000), new Share(20, 1000), new Share(280, 1000));
        Share window = new Share(300, 1000);
        Share reference = new Share(600, 4000);
        assertThat(judge(RateEvidence.missing(window, reference, RateEvidence.effectOver(swings)))
                        .verdict())
                .isEqualTo(Verdict.STABLE);
        assertThat(judge(RateEvidence.missing(window, reference, RateEvidence.effectOver(List.of())))
                        .verdict())
                .isEqualTo(Verdict.DRIFTED);
    }

    @Test
    void oneAmongManyFeaturesNeedsStrongerEvidence() {
        FeatureEvidence doubtful = feature(values(TEN, new long[] {45, 50, 52, 55, 58, 62, 64, 66, 72, 76}));
        double alone = JUDGE.judge(List.of(doubtful)).get(0).driftScore().orElseThrow();
        List<FeatureEvidence> many = new ArrayList<>(List.of(doubtful));
        for (int other = 0; other < 99; other++) {
            many.add(feature(values(TEN, tenth(TEN))));
        }
        assertThat(JUDGE.judge(many).get(0).driftScore().orElseThrow()).isLessThan(alone);
    }

    @Test
    void everyScoreIsAboveOneExactlyWhereItsTestIsDrifted() {
        Random random = new Random(11);
        for (int trial = 0; trial < 300; trial++) {
            List<FeatureEvidence> features = new ArrayList<>();
            for (int feature = 0; feature < 5; feature++) {
                long[] window = random.longs(10, 20, 61 + 10 * feature).toArray();
                features.add(feature(values(TEN, window), missing(random.nextInt(200), 600, 600)));
            }
            for (FeatureVerdict verdict : JUDGE.judge(features)) {
                assertThat(verdict.findings())
                        .allMatch(finding -> finding.score() > 1 == finding.drifted())
                        .allMatch(finding -> finding.qValue() <= 0.01 == finding.drifted());
            }
        }
    }

    @Test
    void anyCountsHaveAVerdict() {
        long[] one = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        long[] huge = new long[10];
        Arrays.fill(huge, 1L << 50);
        List<long[]> shapes = List.of(new long[10], one, TEN, huge, new long[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1L << 50});
        for (long[] reference : shapes) {
            for (long[] window : shapes) {
                for (BinOrder order : BinOrder.values()) {
                    OwnNoise noise = order.noise(reference, List.of(new long[10], reference, new long[10]));
                    FeatureVerdict verdict = judge(
                            new ValueEvidence(order, reference, window, noise),
                            RateEvidence.newCategories(reference, window));
                    assertThat(verdict.findings())
                            .allMatch(finding -> Double.isFinite(finding.score()) && finding.score() >= 0);
                    assertThat(verdict.reason()).doesNotContain("NaN", "Infinity");
                }
            }
        }
        assertThat(JUDGE.judge(List.of())).isEmpty();
        assertThat(JUDGE.judge(List.of(feature())).get(0).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    private static FeatureVerdict judge(Evidence... evidence) {
        return JUDGE.judge(List.of(feature(evidence))).get(0);
    }

    private static FeatureEvidence feature(Evidence... evidence) {
        return new FeatureEvidence("x", List.of(evidence));
    }

    private static ValueEvidence values(long[] reference, long[] window) {
        return new ValueEvidence(BinOrder.ORDERED, reference, window, KNOWN);
    }

    private static RateEvidence missing(long count, long n, long ofSixThousand) {
        return RateEvidence.missing(
                new Share(count, n), new Share(ofSixThousand, 6000), RateEvidence.effectOver(List.of()));
    }

    private static long[] tenth(long[] counts) {
        return Arrays.stream(counts).map(count -> count / 10).toArray();
    }
}
