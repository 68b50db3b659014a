package io.leeway.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A family of tests judged together, so that of those rejected a share of at most {@code alpha} is expected to be wrong, and
 * where nothing changed at most a share alpha of all families rejects anything. (Benjamini, Hochberg 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x.)
 *
 * @param qValues for each p-value, in the order given: the smallest alpha at which it would be rejected
 */
public record BenjaminiHochberg(double alpha, double[] qValues) {
    /** Judges a family, which may be empty. */
    public static BenjaminiHochberg of(double[] pValues, double alpha) {
        double[] qValues = new double[pValues.length];
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted((left, right) -> Double.compare(pValues[left], pValues[right]))
                .mapToInt(Integer::intValue)
                .toArray();
        double least = 1;
        for (int rank = pValues.length; rank > 0; rank--) {
            int test = ascending[rank - 1];
            least = Math.min(least, pValues[test] * pValues.length / rank);
            qValues[test] = least;
        }
        return new BenjaminiHochberg(alpha, qValues);
    }

    /** Whether a test is rejected: its q-value is at most alpha. */
    public boolean rejects(int test) {
        return qValues[test] <= alpha;
    }

    /** How many tests are rejected. */
    public int rejected() {
        return (int) Arrays.stream(qValues).filter(q -> q <= alpha).count();
    }

    /** The p-value up to which a test is rejected: {@code alpha max(rejected, 1) / tests}. */
    public double level() {
        return alpha * Math.max(rejected(), 1) / Math.max(1, qValues.length);
    }
}
