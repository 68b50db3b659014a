package io.leeway.sequential;

/**
 * The cumulative sum of what exceeds the centre by more than a slack, cut at 0: rises as long as the mean stands higher by
 * more than the slack. Finds a mean that rose by twice the slack soonest. Only a rise is looked for.
 *
 * <p>E. S. Page 1954, doi:10.1093/biomet/41.1-2.100. With a running centre and 30 steps of warm-up it is MOA's
 * {@code CusumDM} and Frouros' {@code CUSUM}.
 */
public final class Cusum implements Detector {
    private final double slack;
    private final double threshold;
    private final long warmUp;
    private final RunningMean mean;
    private double sum;

    /**
     * A detector.
     *
     * @param slack in standard deviations, half of the shift that matters
     * @param threshold of the sum
     * @param warmUp so many steps are only learned from
     */
    public Cusum(double slack, double threshold, long warmUp, Centre centre) {
        this.slack = slack;
        this.threshold = threshold;
        this.warmUp = warmUp;
        this.mean = new RunningMean(centre);
    }

    @Override
    public boolean add(Step step) {
        sum = Math.max(0, sum + mean.above(step.value()) - slack);
        return mean.steps() >= warmUp && sum > threshold;
    }
}
