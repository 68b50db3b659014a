package io.leeway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.sketch.ScoreHistogram;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationLineTest {
    @Test
    void isTheLogisticFitOfTruthOnLogOdds() {
        // y = [0,0,1,1,0,1,1,0,1,0]; s = [.1,.2,.2,.8,.8,.9,.6,.4,.4,.3]; s = (floor(65536 * s) + .5) / 65536
        // X = c_[ones(10), logit(s)]; b = minimize(lambda b: logaddexp(0, X @ b).sum() - y @ X @ b, [0, 1]).x
        // p = expit(X @ b); b -+ norm.isf(.025) * sqrt(diag(inv(X.T @ (X * (p * (1 - p))[:, None]))))
        CalibrationLine line = CalibrationLine.of(scores(.1, .2, .8, .4, .3), scores(.2, .8, .9, .6, .4))
                .orElseThrow();
        demand(line.intercept(), 0.10327762, -1.27686675, 1.483422);
        demand(line.slope(), 0.69460125, -0.40680526, 1.79600776);
    }

    @Test
    void scoresThatAreProbabilitiesHaveTheStraightLine() {
        Random random = new Random(3);
        ScoreHistogram negatives = new ScoreHistogram();
        ScoreHistogram positives = new ScoreHistogram();
        for (int i = 0; i < 50_000; i++) {
            double score = random.nextDouble();
            (random.nextDouble() < score ? positives : negatives).add(score);
        }
        CalibrationLine line = CalibrationLine.of(negatives, positives).orElseThrow();
        assertThat(line.intercept().value()).isCloseTo(0, within(0.04));
        assertThat(line.slope().value()).isCloseTo(1, within(0.03));
    }

    @Test
    void classesThatAScoreTellsApartHaveNone() {
        assertThat(CalibrationLine.of(scores(.1, .2), scores(.8, .9))).isEmpty();
        assertThat(CalibrationLine.of(scores(.5, .5), scores(.5))).isEmpty();
        assertThat(CalibrationLine.of(scores(.1, .5), scores())).isEmpty();
        assertThat(CalibrationLine.of(scores(0, 0), scores(1, 1))).isEmpty();
    }

    private static void demand(Estimate estimate, double value, double low, double high) {
        Interval interval = estimate.bounds().at(Confidence.USUAL).orElseThrow();
        assertThat(estimate.value()).isCloseTo(value, within(1e-6));
        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }

    private static ScoreHistogram scores(double... scores) {
        ScoreHistogram histogram = new ScoreHistogram();
        for (double score : scores) {
            histogram.add(score);
        }
        return histogram;
    }
}
