package io.leeway.sequential;

import java.util.Random;
import java.util.function.DoubleFunction;

/**
 * The threshold at which a detector gives one false alarm in so many steps on average, where nothing changes and steps are
 * standardised and independent. Solved by simulation with the same random steps for every threshold, so a higher one never
 * alarms sooner and the same question always has the same answer; {@value #ALARMS} alarms make its mean time good to 5 %.
 *
 * <p>Steps that hang together, or have heavier tails than the normal law, alarm more often.
 */
public final class FalseAlarms {
    private static final int ALARMS = 400;
    private static final int HALVINGS = 24;
    private static final long SEED = 20_240_607;

    private FalseAlarms() {}

    /**
     * The threshold between two bounds.
     *
     * @param detectors a new detector at a threshold; a higher threshold must alarm later
     * @param steps the mean time between false alarms that is wanted
     */
    public static double threshold(DoubleFunction<Detector> detectors, double low, double high, double steps) {
        double tooLow = low;
        double enough = high;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (tooLow + enough) / 2;
            if (alarms(detectors, middle, steps) > ALARMS) {
                tooLow = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    /** The mean number of steps between false alarms, at least as long as what was simulated if there is none. */
    public static double meanTime(DoubleFunction<Detector> detectors, double threshold, long steps, long seed) {
        return steps / (double) Math.max(1, alarms(detectors, threshold, steps, Long.MAX_VALUE, new Random(seed)));
    }

    private static long alarms(DoubleFunction<Detector> detectors, double threshold, double steps) {
        return alarms(detectors, threshold, (long) (ALARMS * steps), ALARMS, new Random(SEED));
    }

    /** How often it alarms in so many steps, a new one behind each alarm; counted to one above {@code most}. */
    private static long alarms(
            DoubleFunction<Detector> detectors, double threshold, long steps, long most, Random random) {
        long alarms = 0;
        Detector detector = detectors.apply(threshold);
        for (long step = 0; step < steps && alarms <= most; step++) {
            if (detector.add(Step.of(random.nextGaussian()))) {
                alarms++;
                detector = detectors.apply(threshold);
            }
        }
        return alarms;
    }
}
