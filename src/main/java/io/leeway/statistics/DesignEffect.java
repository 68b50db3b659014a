package io.leeway.statistics;

import java.util.List;

/**
 * By how much a rate scatters more than independent rows would make it, because rows of a window resemble each other. A
 * count divided by its design effect can be tested as if rows were independent (Rao, Scott 1992, doi:10.2307/2532311).
 *
 * @param reference the factor of the reference's own count, at least 1
 * @param resemblance the correlation of two rows of one window, 0 to 1: a window of n rows has the factor
 *     {@code 1 + (n - 1) resemblance} (Kish 1965), so a noise of the windows' own does not shrink when traffic grows
 * @param windows from how many windows it was learned; 0 if it was not
 */
public record DesignEffect(double reference, double resemblance, int windows) {
    /** With fewer windows nothing can be said of their scatter. */
    static final int WINDOWS_NEEDED = 3;

    /** As for values: below it not even the variance is certain. */
    private static final double LEAST_DEGREES = 4;

    /** Independent rows. */
    public static DesignEffect none() {
        return new DesignEffect(1, 0, 0);
    }

    /**
     * The effect of a rate seen over windows of the reference: the mean squared standardised residual of the windows. Fewer
     * than three windows, or a rate of 0 or 1, say nothing: none.
     */
    public static DesignEffect over(List<Share> windows) {
        List<Share> filled = windows.stream().filter(window -> window.n() > 0).toList();
        double n = filled.stream().mapToDouble(Share::n).sum();
        double rate = filled.stream().mapToDouble(Share::count).sum() / n;
        if (filled.size() < WINDOWS_NEEDED || rate <= 0 || rate >= 1) {
            return none();
        }
        double chiSquared =
                filled.stream().mapToDouble(window -> residual(window, rate)).sum();
        double effect = chiSquared / (filled.size() - 1);
        return effect > 1 ? of(effect, n / filled.size(), filled.size()) : none();
    }

    private static DesignEffect of(double effect, double rows, int windows) {
        double resemblance = rows > 1 ? Math.min(1, (effect - 1) / (rows - 1)) : 0;
        return new DesignEffect(effect, resemblance, windows);
    }

    /**
     * The effect of the rate of categories never seen: singletons estimate it (Good-Turing), with a variance of
     * {@code (singletons + 2 doubletons) / m^2}, where counting them as rows would give {@code singletons / m^2}. Rows of the
     * window are independent. (Esty 1983, Annals of Statistics 11(3), 905-912.)
     */
    public static DesignEffect ofUnseen(long singletons, long doubletons) {
        return new DesignEffect(1 + 2.0 * doubletons / Math.max(1, singletons), 0, 0);
    }

    /** The factor of a window of {@code n} rows. */
    public double window(long n) {
        return n > 1 ? 1 + (n - 1) * resemblance : 1;
    }

    /**
     * How well the scatter of a window of {@code n} rows is known, as degrees of freedom: what chance alone brings is known
     * exactly, the rest from few windows (Satterthwaite 1946, doi:10.2307/3002019). Infinite where chance is all.
     */
    double degreesOfFreedom(long n) {
        if (window(n) == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = window(n) / (window(n) - 1);
        return Math.max(LEAST_DEGREES, (windows - 1) * ratio * ratio);
    }

    private static double residual(Share window, double rate) {
        double difference = window.rate() - rate;
        return window.n() * difference * difference / (rate * (1 - rate));
    }
}
