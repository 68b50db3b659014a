package io.leeway.statistics;

/**
 * The rising function that lies nearest to values, by weighted squares: pool-adjacent-violators. M. Ayer, H. D. Brunk, G. M.
 * Ewing, W. T. Reid, E. Silverman 1955, doi:10.1214/aoms/1177728423.
 */
public final class IsotonicFit {
    private IsotonicFit() {}

    /**
     * The fitted value of each.
     *
     * @param values in the order in which they should rise
     * @param weights above 0, as many
     */
    public static double[] of(double[] values, double[] weights) {
        Pools pools = new Pools(values.length);
        for (int i = 0; i < values.length; i++) {
            pools.add(values[i], weights[i]);
        }
        return pools.fitted(values.length);
    }

    /** Neighbours that have the same fitted value. */
    private static final class Pools {
        private final double[] means;
        private final double[] weights;
        private final int[] sizes;
        private int last = -1;

        Pools(int most) {
            means = new double[most];
            weights = new double[most];
            sizes = new int[most];
        }

        void add(double value, double weight) {
            last++;
            means[last] = value;
            weights[last] = weight;
            sizes[last] = 1;
            while (last > 0 && means[last - 1] >= means[last]) {
                pool(last - 1, last);
                last--;
            }
        }

        private void pool(int into, int from) {
            double weight = weights[into] + weights[from];
            means[into] += (means[from] - means[into]) * weights[from] / weight;
            weights[into] = weight;
            sizes[into] += sizes[from];
        }

        double[] fitted(int length) {
            double[] fitted = new double[length];
            int next = 0;
            for (int pool = 0; pool <= last; pool++) {
                for (int i = 0; i < sizes[pool]; i++) {
                    fitted[next++] = means[pool];
                }
            }
            return fitted;
        }
    }
}
