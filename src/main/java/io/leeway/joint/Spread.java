package io.leeway.joint;

import io.leeway.sketch.JointSums;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Means and covariances of some rows.
 *
 * @param n at least 2
 */
record Spread(long n, double[] mean, RealMatrix covariance) {
    /** A correlation is kept this far from -1 and 1, where its Fisher transform ends. */
    private static final double NEAR_ONE = 0.9999;

    static Spread of(JointSums sums) {
        int size = sums.size();
        double[] mean = new double[size];
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            mean[i] = sums.mean(i);
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = sums.meanProduct(i, j) - mean[i] * mean[j];
                covariance[j][i] = covariance[i][j];
            }
        }
        return new Spread(sums.n(), mean, new Array2DRowRealMatrix(covariance, false));
    }

    /** 0 where one of the two is the same in all rows. */
    double correlation(int i, int j) {
        double both = Math.sqrt(covariance.getEntry(i, i) * covariance.getEntry(j, j));
        double correlation = both > 0 ? covariance.getEntry(i, j) / both : 0;
        return Math.max(-NEAR_ONE, Math.min(NEAR_ONE, correlation));
    }

    /** R. A. Fisher's transform of a correlation: nearly normal with a variance of {@code 1 / (n - 3)}. */
    double fisher(int i, int j) {
        double correlation = correlation(i, j);
        return Math.log((1 + correlation) / (1 - correlation)) / 2;
    }
}
