package io.leeway.sequential;

/**
 * The share of errors beside the lowest it has been: the sum of a step is its number of wrong rows, not standardised. Found
 * when {@code p + s} exceeds the lowest {@code p} by so many of its {@code s}, with {@code s = sqrt(p (1 - p) / n)}.
 *
 * <p>J. Gama, P. Medas, G. Castillo, P. Rodrigues 2004, doi:10.1007/978-3-540-28645-5_29: 30 rows of warm-up and a level
 * of 3, each row a step. A stream that is without an error when the warm-up ends has a lowest {@code s} of 0 there, and its first error is found.
 */
public final class Ddm implements Detector {
    private final double level;
    private final long warmUp;
    private long steps;
    private long n;
    private double errors;
    private double lowestShare = Double.MAX_VALUE;
    private double lowestDeviation;
    private double lowest = Double.MAX_VALUE;

    /**
     * A detector.
     *
     * @param level how many standard deviations above the lowest
     * @param warmUp so many steps are only learned from
     */
    public Ddm(double level, long warmUp) {
        this.level = level;
        this.warmUp = warmUp;
    }

    @Override
    public boolean add(Step step) {
        steps++;
        n += step.n();
        errors += step.sum();
        double share = errors / n;
        double deviation = Math.sqrt(Math.max(0, share * (1 - share)) / n);
        if (steps < warmUp) {
            return false;
        }
        if (share + deviation <= lowest) {
            lowestShare = share;
            lowestDeviation = deviation;
            lowest = share + deviation;
        }
        return share + deviation > lowestShare + level * lowestDeviation;
    }
}
