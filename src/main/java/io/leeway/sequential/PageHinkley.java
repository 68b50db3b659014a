package io.leeway.sequential;

/**
 * The sum of what exceeds the centre by more than a slack, faded a little at every step and not cut at 0: slower than
 * {@link Cusum} where a stream stood low before it rose.
 *
 * <p>D. V. Hinkley 1971, doi:10.1093/biomet/58.3.509, in the form of MOA's {@code PageHinkleyDM} and Frouros'
 * {@code PageHinkley} (running centre, 30 steps of warm-up, fading 0.9999).
 */
public final class PageHinkley implements Detector {
    private final double slack;
    private final double threshold;
    private final double fading;
    private final long warmUp;
    private final RunningMean mean;
    private double sum;

    /**
     * A detector.
     *
     * @param fading by what the sum is multiplied at every step, at most 1
     */
    public PageHinkley(double slack, double threshold, double fading, long warmUp, Centre centre) {
        this.slack = slack;
        this.threshold = threshold;
        this.fading = fading;
        this.warmUp = warmUp;
        this.mean = new RunningMean(centre);
    }

    @Override
    public boolean add(Step step) {
        sum = fading * sum + mean.above(step.value()) - slack;
        return mean.steps() >= warmUp && sum > threshold;
    }
}
