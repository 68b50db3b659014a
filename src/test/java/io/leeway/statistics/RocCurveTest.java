package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.sketch.ScoreHistogram;
import org.junit.jupiter.api.Test;

class RocCurveTest {
    private static final double TIGHT = 1e-12;
    private static final double[] NEGATIVES = {.1, .2, .8, .4, .3};
    private static final double[] POSITIVES = {.2, .8, .9, .6, .4};

    @Test
    void agreesWithScikitLearnWhereTiesAreTies() {
        RocCurve curve = new RocCurve(scores(NEGATIVES), scores(POSITIVES));
        // y = [0,0,1,1,0,1,1,0,1,0]; s = [.1,.2,.2,.8,.8,.9,.6,.4,.4,.3]
        // roc_auc_score(y, s), average_precision_score(y, s)
        assertThat(curve.area().orElseThrow()).isCloseTo(0.74, within(TIGHT));
        assertThat(curve.averagePrecision().orElseThrow()).isCloseTo(0.7277777777777779, within(TIGHT));
    }

    @Test
    void theIntervalComesFromPlacementValues() {
        // M = (p[:, None] > n) + .5 * (p[:, None] == n)
        // v = M.mean(1).var(ddof=1) / 5 + M.mean(0).var(ddof=1) / 5          # 0.0292
        // h = norm.isf(.025) * v**.5 / (.74 * .26); expit(logit(.74) - h), expit(logit(.74) + h)
        Interval interval = new RocCurve(scores(NEGATIVES), scores(POSITIVES))
                .areaBounds()
                .at(Confidence.USUAL)
                .orElseThrow();
        assertThat(interval.low()).isCloseTo(0.3329720026979847, within(TIGHT));
        assertThat(interval.high()).isCloseTo(0.941953457520051, within(TIGHT));
    }

    @Test
    void averagePrecisionErrsAsAShareOfThePositives() {
        // a = average_precision_score(y, s); h = norm.isf(.025) / sqrt(5 * a * (1 - a))
        // expit(logit(a) - h), expit(logit(a) + h)
        Interval interval = new RocCurve(scores(NEGATIVES), scores(POSITIVES))
                .averagePrecisionBounds()
                .at(Confidence.USUAL)
                .orElseThrow();
        assertThat(interval.low()).isCloseTo(0.2717270686992305, within(TIGHT));
        assertThat(interval.high()).isCloseTo(0.9503877271294661, within(TIGHT));
    }

    @Test
    void theErrorBoundIsHalfTheTiedPairs() {
        assertThat(new RocCurve(scores(NEGATIVES), scores(POSITIVES)).areaError())
                .isCloseTo(3 / 2.0 / 25, within(TIGHT));
    }

    @Test
    void aPerfectRankingHasNoInterval() {
        RocCurve curve = new RocCurve(scores(.1, .2), scores(.8, .9));
        assertThat(curve.area()).hasValue(1);
        assertThat(curve.areaBounds().at(Confidence.USUAL)).isEmpty();
    }

    @Test
    void oneClassHasNoCurve() {
        RocCurve curve = new RocCurve(scores(.1, .2), scores());
        assertThat(curve.area()).isEmpty();
        assertThat(curve.areaBounds().at(Confidence.USUAL)).isEmpty();
        assertThat(curve.areaError()).isZero();
        assertThat(curve.averagePrecision()).isEmpty();
        assertThat(new RocCurve(scores(), scores(.5)).averagePrecision()).hasValue(1);
    }

    @Test
    void manyScoresKeepTheirPrecision() {
        ScoreHistogram negatives = new ScoreHistogram();
        ScoreHistogram positives = new ScoreHistogram();
        for (int i = 0; i < 100_000; i++) {
            negatives.add(i / 100_000.0);
            positives.add(Math.sqrt(i / 100_000.0));
        }
        // The positives' distribution function is x^2, so P(positive > negative) = integral of 2 x^2 = 2/3.
        assertThat(new RocCurve(negatives, positives).area().orElseThrow()).isCloseTo(2.0 / 3, within(1e-5));
    }

    private static ScoreHistogram scores(double... scores) {
        ScoreHistogram histogram = new ScoreHistogram();
        for (double score : scores) {
            histogram.add(score);
        }
        return histogram;
    }
}
