package io.leeway.estimate;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What it means that a class is predicted.
 *
 * @param right how often it is right by twentieth of confidence
 * @param instead which share of the wrong ones each other class is
 */
record CalledClass(String name, List<Double> right, Map<String, Double> instead) {
    CalledClass {
        right = List.copyOf(right);
        instead = Map.copyOf(instead);
    }

    void write(ByteWriter out) {
        out.text(name).count(right.size());
        right.forEach(out::number);
        out.count(instead.size());
        new TreeMap<>(instead).forEach((other, share) -> out.text(other).number(share));
    }

    static CalledClass read(ByteReader in) {
        String name = in.text();
        List<Double> right = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            right.add(in.number());
        }
        Map<String, Double> instead = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            instead.put(in.text(), in.number());
        }
        return new CalledClass(name, right, instead);
    }

    /** Counts what came true behind the calls of one class. */
    static final class Builder {
        private final String name;
        private final long[] rows = new long[Call.PARTS];
        private final long[] right = new long[Call.PARTS];
        private final Map<String, Long> wrong = new TreeMap<>();

        Builder(String name) {
            this.name = name;
        }

        void add(int confidence, Map<String, Long> actual) {
            actual.forEach((truth, count) -> {
                rows[confidence] += count;
                if (truth.equals(name)) {
                    right[confidence] += count;
                } else {
                    wrong.merge(truth, count, Long::sum);
                }
            });
        }

        CalledClass build() {
            Optional<Calibration> calibration = Calibration.of(rows, right);
            double all = total(rows);
            List<Double> shares = new ArrayList<>();
            for (int part = 0; part < Call.PARTS; part++) {
                int slot = part;
                shares.add(calibration.map(it -> it.at(slot)).orElse((total(right) + 0.5) / (all + 1)));
            }
            double wrongOnes = all - total(right);
            Map<String, Double> instead = new TreeMap<>();
            wrong.forEach((other, count) -> instead.put(other, count / wrongOnes));
            return new CalledClass(name, shares, instead);
        }

        private static double total(long[] counts) {
            double total = 0;
            for (long count : counts) {
                total += count;
            }
            return total;
        }
    }
}
