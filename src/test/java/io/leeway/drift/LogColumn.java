package io.leeway.drift;

import io.leeway.statistics.OwnNoise;
import io.leeway.statistics.Share;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One column of a log and of its reference: decile bins of a number, or categories. */
abstract class LogColumn {
    final String name;
    final List<Map<String, String>> reference;
    final List<List<Map<String, String>>> referenceWindows;

    LogColumn(String name, List<Map<String, String>> reference, List<List<Map<String, String>>> referenceWindows) {
        this.name = name;
        this.reference = reference;
        this.referenceWindows = referenceWindows;
    }

    abstract List<Evidence> evidenceOfValues(List<Map<String, String>> window);

    FeatureEvidence evidence(List<Map<String, String>> window) {
        RateEvidence missing = RateEvidence.missing(
                missing(window),
                missing(reference),
                referenceWindows.stream().map(this::missing).toList());
        return new FeatureEvidence(
                name,
                Stream.concat(evidenceOfValues(window).stream(), Stream.of(missing))
                        .toList());
    }

    Stream<String> texts(List<Map<String, String>> rows) {
        return rows.stream().filter(row -> row.containsKey(name)).map(row -> row.get(name));
    }

    private Share missing(List<Map<String, String>> rows) {
        return new Share(rows.size() - texts(rows).count(), rows.size());
    }

    /** A number on the deciles of its reference. */
    static final class Numeric extends LogColumn {
        private final double[] sorted;
        private final double[] edges;
        private final long[] counts;
        private final OwnNoise noise;

        Numeric(String name, List<Map<String, String>> reference, List<List<Map<String, String>>> referenceWindows) {
            super(name, reference, referenceWindows);
            sorted = values(reference).sorted().toArray();
            edges = IntStream.range(1, 10)
                    .mapToDouble(decile -> quantile(decile / 10.0))
                    .distinct()
                    .toArray();
            counts = counts(reference);
            noise = BinOrder.ORDERED.noise(
                    counts, referenceWindows.stream().map(this::counts).toList());
        }

        @Override
        List<Evidence> evidenceOfValues(List<Map<String, String>> window) {
            double least = sorted[0];
            double greatest = sorted[sorted.length - 1];
            double low = quantile(0.01);
            double high = quantile(0.99);
            return List.of(
                    new ValueEvidence(BinOrder.ORDERED, counts, counts(window), noise),
                    RateEvidence.wrongType(new Share(0, window.size()), new Share(0, reference.size()), List.of()),
                    RateEvidence.belowRange(share(window, x -> x < least), sorted.length, tails(x -> x < low)),
                    RateEvidence.aboveRange(share(window, x -> x > greatest), sorted.length, tails(x -> x > high)));
        }

        private List<Share> tails(DoublePredicate beyond) {
            return referenceWindows.stream().map(rows -> share(rows, beyond)).toList();
        }

        private Share share(List<Map<String, String>> rows, DoublePredicate of) {
            return new Share(values(rows).filter(of).count(), values(rows).count());
        }

        private DoubleStream values(List<Map<String, String>> rows) {
            return texts(rows).mapToDouble(Double::parseDouble);
        }

        private long[] counts(List<Map<String, String>> rows) {
            long[] bins = new long[edges.length + 1];
            values(rows).forEach(value -> {
                int found = Arrays.binarySearch(edges, value);
                bins[found >= 0 ? found : -found - 1]++;
            });
            return bins;
        }

        private double quantile(double p) {
            double at = (sorted.length - 1) * p;
            int below = (int) at;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }
    }

    /** Categories of the reference, behind them those that only the window has. */
    static final class Categorical extends LogColumn {
        Categorical(
                String name, List<Map<String, String>> reference, List<List<Map<String, String>>> referenceWindows) {
            super(name, reference, referenceWindows);
        }

        @Override
        List<Evidence> evidenceOfValues(List<Map<String, String>> window) {
            Map<String, Integer> codes = new TreeMap<>();
            texts(reference).sorted().forEach(text -> codes.putIfAbsent(text, codes.size()));
            texts(window).sorted().forEach(text -> codes.putIfAbsent(text, codes.size()));
            long[] before = counts(reference, codes);
            long[] now = counts(window, codes);
            OwnNoise noise = BinOrder.UNORDERED.noise(
                    before,
                    referenceWindows.stream().map(rows -> counts(rows, codes)).toList());
            return List.of(
                    new ValueEvidence(BinOrder.UNORDERED, before, now, noise), RateEvidence.newCategories(before, now));
        }

        private long[] counts(List<Map<String, String>> rows, Map<String, Integer> codes) {
            long[] counts = new long[codes.size()];
            texts(rows).forEach(text -> counts[codes.getOrDefault(text, -1)]++);
            return counts;
        }
    }
}
