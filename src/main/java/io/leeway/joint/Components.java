package io.leeway.joint;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;

/** The principal components of a reference, those of most variance first. */
final class Components {
    /** The share of variance the first ones are to hold, as in NannyML's reconstruction. */
    private static final double EXPLAINED = 0.65;

    /** A component of less variance, beside the first, is rounding: features that determine each other. */
    private static final double SMALLEST = 1e-6;

    private final List<RealVector> directions = new ArrayList<>();
    private final List<Double> variances = new ArrayList<>();
    private int first;

    Components(Spread reference) {
        EigenDecomposition parts = new EigenDecomposition(reference.covariance());
        double[] values = parts.getRealEigenvalues();
        double total = reference.covariance().getTrace();
        double sum = 0;
        for (int i = 0; i < values.length && values[i] > SMALLEST * values[0]; i++) {
            first += sum < EXPLAINED * total ? 1 : 0;
            sum += values[i];
            directions.add(parts.getEigenvector(i));
            variances.add(values[i]);
        }
    }

    /** How many there are. */
    int held() {
        return directions.size();
    }

    /** Whether any is left over by the first. */
    boolean leaveSome() {
        return first < held();
    }

    /** The squared distance of two means, each component in its own standard deviations. */
    double shift(Spread window, Spread reference) {
        double sum = 0;
        for (int i = 0; i < held(); i++) {
            double along = along(i, window, reference);
            sum += along * along / variances.get(i);
        }
        return sum;
    }

    /** The mean squared distance of rows to the space of the first, around the mean of the reference. */
    double leftOver(Spread window, Spread reference) {
        double sum = 0;
        for (int i = first; i < held(); i++) {
            RealVector direction = directions.get(i);
            double along = along(i, window, reference);
            sum += direction.dotProduct(window.covariance().operate(direction)) + along * along;
        }
        return sum;
    }

    /** The variance of one row's, of normal values. */
    double leftOverVariance() {
        return variances.stream()
                .skip(first)
                .mapToDouble(variance -> 2 * variance * variance)
                .sum();
    }

    private double along(int i, Spread window, Spread reference) {
        double sum = 0;
        for (int j = 0; j < window.mean().length; j++) {
            sum += directions.get(i).getEntry(j) * (window.mean()[j] - reference.mean()[j]);
        }
        return sum;
    }
}
