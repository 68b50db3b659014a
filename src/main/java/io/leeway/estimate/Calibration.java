package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.statistics.IsotonicFit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How likely a row is positive, by the slot in which the score's bins hold it: steps that rise, fitted to the reference.
 * Slots without a reference row belong to the step below them, those before the first to the first. Immutable.
 */
public final class Calibration {
    private static final int VERSION = 1;

    private final int[] slots;
    private final double[] probabilities;

    private Calibration(int[] slots, double[] probabilities) {
        this.slots = slots;
        this.probabilities = probabilities;
    }

    /**
     * A calibration by labelled reference rows; absent unless there are both classes.
     *
     * @param rows how many there are in each slot
     * @param positives how many of them are positive
     */
    public static Optional<Calibration> of(long[] rows, long[] positives) {
        long total = Arrays.stream(rows).sum();
        long positive = Arrays.stream(positives).sum();
        if (positive < 1 || positive >= total) {
            return Optional.empty();
        }
        int[] held =
                IntStream.range(0, rows.length).filter(slot -> rows[slot] > 0).toArray();
        double[] shares = IntStream.of(held)
                .mapToDouble(slot -> (double) positives[slot] / rows[slot])
                .toArray();
        double[] weights = IntStream.of(held).mapToDouble(slot -> rows[slot]).toArray();
        return Optional.of(steps(held, IsotonicFit.of(shares, weights)));
    }

    private static Calibration steps(int[] slots, double[] fitted) {
        int[] first = IntStream.range(0, slots.length)
                .filter(i -> i == 0 || fitted[i] > fitted[i - 1])
                .toArray();
        return new Calibration(
                IntStream.of(first).map(i -> slots[i]).toArray(),
                IntStream.of(first).mapToDouble(i -> fitted[i]).toArray());
    }

    /** How likely a row in a slot is positive. */
    public double at(int slot) {
        int found = Arrays.binarySearch(slots, slot);
        return probabilities[Math.max(0, found >= 0 ? found : -found - 2)];
    }

    void write(ByteWriter out) {
        out.octet(VERSION).count(slots.length);
        for (int i = 0; i < slots.length; i++) {
            out.count(slots[i]).number(probabilities[i]);
        }
    }

    static Calibration read(ByteReader in) {
        int unused = in.version("a calibration", VERSION);
        int length = in.length();
        int[] slots = new int[length];
        double[] probabilities = new double[length];
        for (int i = 0; i < length; i++) {
            slots[i] = (int) in.count();
            probabilities[i] = in.number();
        }
        return new Calibration(slots, probabilities);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Calibration calibration
                && Arrays.equals(slots, calibration.slots)
                && Arrays.equals(probabilities, calibration.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }
}
