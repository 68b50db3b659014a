package io.leeway.sequential;

/**
 * Where in a stretch of steps the mean is most likely to have risen: behind the lowest point of the cumulative sum of what
 * exceeds a centre. D. V. Hinkley 1970, doi:10.1093/biomet/57.1.1.
 */
public final class ChangePoint {
    private ChangePoint() {}

    /**
     * The index of the first step that stands higher: 0 where all do.
     *
     * @param values standardised, at least one
     * @param centre between the means of before and behind
     */
    public static int ofRise(double[] values, double centre) {
        double sum = 0;
        double lowest = 0;
        int first = 0;
        for (int i = 0; i < values.length - 1; i++) {
            sum += values[i] - centre;
            if (sum <= lowest) {
                lowest = sum;
                first = i + 1;
            }
        }
        return first;
    }
}
