package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.OptionalDouble;

/**
 * Count, mean, sum of squared deviations (M2), smallest and largest of a sample of finite numbers, without keeping it.
 *
 * <p>One value at a time by Welford's update, two summaries by the pairwise one: neither subtracts large sums from each
 * other (Chan, Golub, LeVeque 1983, doi:10.1080/00031305.1983.10483115). The count, the minimum and the maximum do not
 * depend on the order; mean and M2 agree to rounding. Not safe for several threads.
 */
public final class Moments {
    private static final int VERSION = 1;

    private long count;
    private double mean;
    private double m2;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** The moments of a whole sample. */
    public static Moments of(double... values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }

    /** Adds a finite value. */
    public void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        m2 += delta * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /**
     * Adds the first {@code size} of finite values: their own mean first, then the deviations from it, which takes no
     * division for each.
     */
    public void add(double[] values, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        if (size > 0 && Double.isFinite(sum)) {
            merge(around(sum / size, values, size));
        } else {
            for (int i = 0; i < size; i++) {
                add(values[i]);
            }
        }
    }

    /** Two passes with the correction of rounding in the mean: Chan, Golub, LeVeque 1983, formula (1.7). */
    private static Moments around(double mean, double[] values, int size) {
        Moments moments = new Moments();
        double deviations = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double deviation = values[i] - mean;
            deviations += deviation;
            squares += deviation * deviation;
            moments.min = Math.min(moments.min, values[i]);
            moments.max = Math.max(moments.max, values[i]);
        }
        moments.count = size;
        moments.mean = mean + deviations / size;
        moments.m2 = squares - deviations * (deviations / size);
        return moments;
    }

    /** Adds all values of another summary. */
    public void merge(Moments other) {
        if (other.count == 0) {
            return;
        }
        long sum = count + other.count;
        double delta = other.mean - mean;
        double share = (double) other.count / sum;
        m2 += other.m2 + delta * delta * share * count;
        mean = count == 0 ? other.mean : mean + delta * share;
        count = sum;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    public long count() {
        return count;
    }

    /** Empty without a value, and where the values are too large for a double's range. */
    public OptionalDouble mean() {
        return when(count > 0, mean);
    }

    /** The sum of squared deviations from the mean; 0 without a value. */
    public double m2() {
        return m2;
    }

    /** The sample standard deviation, divided by n - 1; empty below two values. */
    public OptionalDouble std() {
        return when(count > 1, Math.sqrt(m2 / (count - 1)));
    }

    /** The standard deviation of these values as a whole population, divided by n; empty without a value. */
    public OptionalDouble populationStd() {
        return when(count > 0, Math.sqrt(m2 / count));
    }

    public OptionalDouble min() {
        return when(count > 0, min);
    }

    public OptionalDouble max() {
        return when(count > 0, max);
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).count(count);
        if (count > 0) {
            out.number(mean).number(m2).number(min).number(max);
        }
    }

    public static Moments read(ByteReader in) {
        int unused = in.version("moments", VERSION);
        Moments moments = new Moments();
        moments.count = in.count();
        if (moments.count > 0) {
            moments.mean = in.number();
            moments.m2 = in.number();
            moments.min = in.number();
            moments.max = in.number();
        }
        return moments;
    }

    private static OptionalDouble when(boolean exists, double value) {
        return exists && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
