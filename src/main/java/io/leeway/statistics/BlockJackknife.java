package io.leeway.statistics;

import java.util.Optional;

/**
 * The error of a figure whose rows err together within blocks, for example the hours of a day: what the figure becomes
 * without each block in turn. Blocks may differ in size. F. M. T. A. Busing, E. Meijer, R. van der Leeden 1999, "Delete-m
 * Jackknife for Unequal m", doi:10.1023/A:1008800423698.
 *
 * <p>With fewer than {@value #FEWEST} blocks there is none: with two or three the error is so badly known that Student's
 * quantile, 12.7 and 4.3, would let nothing be found.
 */
public final class BlockJackknife {
    /** The fewest blocks of which anything is said. */
    public static final int FEWEST = 4;

    private BlockJackknife() {}

    /**
     * The bounds of a figure: Student's interval with one degree of freedom fewer than there are blocks.
     *
     * @param whole the figure of all rows
     * @param sizes how many rows each block has, all above 0
     * @param without the figure of all rows but those of each block, in the same order
     */
    public static Bounds bounds(double whole, long[] sizes, double[] without) {
        int blocks = sizes.length;
        if (blocks < FEWEST) {
            return Bounds.NONE;
        }
        double error = Math.sqrt(variance(whole, sizes, without));
        return Double.isFinite(error)
                ? confidence -> Optional.of(Scale.PLAIN.around(whole, confidence.student(blocks - 1.0) * error))
                : Bounds.NONE;
    }

    private static double variance(double whole, long[] sizes, double[] without) {
        double n = 0;
        for (long size : sizes) {
            n += size;
        }
        double estimate = sizes.length * whole;
        for (int i = 0; i < sizes.length; i++) {
            estimate -= (1 - sizes[i] / n) * without[i];
        }
        double variance = 0;
        for (int i = 0; i < sizes.length; i++) {
            double parts = n / sizes[i];
            double pseudo = parts * whole - (parts - 1) * without[i];
            variance += (pseudo - estimate) * (pseudo - estimate) / (parts - 1);
        }
        return variance / sizes.length;
    }
}
