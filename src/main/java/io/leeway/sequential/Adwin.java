package io.leeway.sequential;

/**
 * A window that grows as long as its steps look alike and drops its oldest when two parts of it differ in mean by more than
 * chance explains, at any cut between its buckets. Says so when something was dropped, whether the mean rose or fell.
 *
 * <p>A. Bifet, R. Gavaldà 2007, doi:10.1137/1.9781611972771.42, with the variance bound, in the form of MOA's
 * {@code ADWIN}: looks at every 32nd step unless told otherwise, keeps 5 buckets of each size, cuts no part shorter than 6.
 */
public final class Adwin implements Detector {
    private static final int USUAL_CLOCK = 32;
    private static final int SHORTEST = 5;
    private static final int FEWEST = 10;

    private final double confidence;
    private final int clock;
    private final Buckets buckets = new Buckets();
    private long steps;

    /**
     * A detector.
     *
     * @param confidence about how often one look finds something where nothing has changed, at most
     */
    public Adwin(double confidence) {
        this(confidence, USUAL_CLOCK);
    }

    /**
     * A detector.
     *
     * @param confidence about how often one look finds something where nothing has changed, at most
     * @param clock it looks at every so many steps
     */
    public Adwin(double confidence, int clock) {
        this.confidence = confidence;
        this.clock = clock;
    }

    @Override
    public boolean add(Step step) {
        steps++;
        buckets.add(step.value());
        boolean changed = false;
        if (steps % clock == 0 && buckets.width() > FEWEST) {
            while (differs()) {
                buckets.dropOldest();
                changed = true;
            }
        }
        return changed;
    }

    /** How many steps look alike. */
    public long width() {
        return buckets.width();
    }

    private boolean differs() {
        return buckets.anyCut((n, sum) -> {
            long others = buckets.width() - n;
            return n > SHORTEST + 1
                    && others > SHORTEST + 1
                    && Math.abs(sum / n - (buckets.total() - sum) / others) > bound(n, others);
        });
    }

    private double bound(long n, long others) {
        double log = Math.log(2 * Math.log((double) buckets.width()) / confidence);
        double harmonic = 1.0 / (n - SHORTEST + 1) + 1.0 / (others - SHORTEST + 1);
        double variance = buckets.squaredDeviations() / buckets.width();
        return Math.sqrt(2 * harmonic * variance * log) + 2.0 / 3 * log * harmonic;
    }
}
