package io.leeway.statistics;

import io.leeway.sketch.ScoreHistogram;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The line from a score's log-odds to those of what came true, {@code logit P(positive) = intercept + slope * logit(score)},
 * by maximum likelihood: 0 and 1 where the scores are probabilities. A slope below 1 says that scores are too extreme, an
 * intercept below 0 that positives are rarer than said. A score stands in the middle of its bin, so one at 0 or 1 is taken
 * for 8e-6 away from it.
 *
 * <p>D. R. Cox 1958, doi:10.1093/biomet/45.3-4.562. Standard errors from the inverse of Fisher's information.
 */
public record CalibrationLine(Estimate intercept, Estimate slope) {
    private static final int MOST_STEPS = 50;
    private static final double TIGHT = 1e-10;
    /** Beyond such a line the classes are apart, and there is none. */
    private static final double STEEPEST = 1e4;

    /** The line of two histograms; absent without both classes, with one score, and where a score tells them apart. */
    public static Optional<CalibrationLine> of(ScoreHistogram negatives, ScoreHistogram positives) {
        return of(ScoreTable.of(negatives, positives));
    }

    /** The line of scores of both classes; absent likewise. */
    public static Optional<CalibrationLine> of(ScoreTable scores) {
        Points points = Points.of(scores);
        double positives = Arrays.stream(points.positives()).sum();
        double rows = Arrays.stream(points.rows()).sum();
        return positives < 1 || positives >= rows ? Optional.empty() : fit(points);
    }

    /** Newton's steps, from scores that are taken at their word. */
    private static Optional<CalibrationLine> fit(Points points) {
        double intercept = 0;
        double slope = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            Slopes at = points.slopes(intercept, slope);
            double determinant = at.determinant();
            if (!(determinant > 1e-12 * at.ones * at.squares) || Math.abs(slope) > STEEPEST) {
                return Optional.empty();
            }
            double byIntercept = (at.squares * at.first - at.products * at.second) / determinant;
            double bySlope = (at.ones * at.second - at.products * at.first) / determinant;
            intercept += byIntercept;
            slope += bySlope;
            if (Math.abs(byIntercept) + Math.abs(bySlope) < TIGHT) {
                return Optional.of(at.line(intercept, slope));
            }
        }
        return Optional.empty();
    }

    /** The bins that hold something: the log-odds of their middle, and how many of each class. */
    private record Points(double[] odds, double[] rows, double[] positives) {
        static Points of(ScoreTable scores) {
            return new Points(
                    IntStream.range(0, scores.size())
                            .mapToDouble(i -> Math.log(scores.score(i) / (1 - scores.score(i))))
                            .toArray(),
                    IntStream.range(0, scores.size())
                            .mapToDouble(i -> scores.negatives(i) + scores.positives(i))
                            .toArray(),
                    scores.positives());
        }

        /** Gradient and information of the likelihood. */
        Slopes slopes(double intercept, double slope) {
            Slopes sums = new Slopes();
            for (int i = 0; i < odds.length; i++) {
                double expected = 1 / (1 + Math.exp(-intercept - slope * odds[i]));
                sums.add(odds[i], positives[i] - rows[i] * expected, rows[i] * expected * (1 - expected));
            }
            return sums;
        }
    }

    private static final class Slopes {
        private double first;
        private double second;
        private double ones;
        private double products;
        private double squares;

        void add(double odds, double residual, double weight) {
            first += residual;
            second += residual * odds;
            ones += weight;
            products += weight * odds;
            squares += weight * odds * odds;
        }

        double determinant() {
            return ones * squares - products * products;
        }

        CalibrationLine line(double intercept, double slope) {
            return new CalibrationLine(
                    estimate(intercept, squares / determinant()), estimate(slope, ones / determinant()));
        }

        private static Estimate estimate(double value, double variance) {
            return new Estimate(value, Bounds.normal(Scale.PLAIN, value, Math.sqrt(variance)));
        }
    }
}
