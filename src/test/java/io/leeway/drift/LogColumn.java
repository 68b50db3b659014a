package io.leeway.drift;

import io.leeway.statistics.OwnNoise;
import io.leeway.statistics.Share;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One column of a log and of its reference: decile bins of a number, or categories. */
abstract class LogColumn {
    private final String name;
    private final Share referenceMissing;
    private final List<Share> missingOverWindows;

    LogColumn(String name, List<Map<String, String>> reference, List<List<Map<String, String>>> referenceWindows) {
        this.name = name;
        referenceMissing = missing(reference);
        missingOverWindows = referenceWindows.stream().map(this::missing).toList();
    }

    abstract List<Evidence> evidenceOfValues(List<Map<String, String>> window);

    FeatureEvidence evidence(List<Map<String, String>> window) {
        RateEvidence missing =
                RateEvidence.missing(missing(window), referenceMissing, RateEvidence.effectOver(missingOverWindows));
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
        private final List<Share> low;
        private final List<Share> high;

        Numeric(String name, List<Map<String, String>> reference, List<List<Map<String, String>>> referenceWindows) {
            super(name, reference, referenceWindows);
            sorted = values(reference);
            Arrays.sort(sorted);
            edges = IntStream.range(1, 10)
                    .mapToDouble(decile -> quantile(decile / 10.0))
                    .distinct()
                    .toArray();
            counts = counts(sorted);
            List<double[]> windows = referenceWindows.stream().map(this::values).toList();
            noise = BinOrder.ORDERED.noise(
                    counts, windows.stream().map(this::counts).toList());
            low = windows.stream()
                    .map(window -> share(window, x -> x < quantile(0.01)))
                    .toList();
            high = windows.stream()
                    .map(window -> share(window, x -> x > quantile(0.99)))
                    .toList();
        }

        @Override
        List<Evidence> evidenceOfValues(List<Map<String, String>> window) {
            double[] values = values(window);
            Share below = share(values, x -> x < sorted[0]);
            Share above = share(values, x -> x > sorted[sorted.length - 1]);
            Share wrong = new Share(0, window.size());
            return List.of(
                    new ValueEvidence(BinOrder.ORDERED, counts, counts(values), noise),
                    RateEvidence.wrongType(wrong, new Share(0, sorted.length), RateEvidence.effectOver(List.of())),
                    RateEvidence.belowRange(below, new Share(0, sorted.length), RateEvidence.effectOver(low)),
                    RateEvidence.aboveRange(above, new Share(0, sorted.length), RateEvidence.effectOver(high)));
        }

        private static Share share(double[] values, DoublePredicate of) {
            return new Share(DoubleStream.of(values).filter(of).count(), values.length);
        }

        private double[] values(List<Map<String, String>> rows) {
            return texts(rows).mapToDouble(Double::parseDouble).toArray();
        }

        private long[] counts(double[] values) {
            long[] bins = new long[edges.length + 1];
            for (double value : values) {
                int found = Arrays.binarySearch(edges, value);
                bins[found >= 0 ? found : -found - 1]++;
            }
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
        private final Map<String, Long> before;
        private final OwnNoise noise;

        Categorical(
                String name, List<Map<String, String>> reference, List<List<Map<String, String>>> referenceWindows) {
            super(name, reference, referenceWindows);
            before = count(reference);
            noise = BinOrder.UNORDERED.noise(
                    counts(before.keySet().stream(), before),
                    referenceWindows.stream()
                            .map(rows -> counts(before.keySet().stream(), count(rows)))
                            .toList());
        }

        @Override
        List<Evidence> evidenceOfValues(List<Map<String, String>> window) {
            Map<String, Long> now = count(window);
            List<String> all = Stream.concat(before.keySet().stream(), now.keySet().stream())
                    .distinct()
                    .toList();
            long[] reference = counts(all.stream(), before);
            long[] counts = counts(all.stream(), now);
            return List.of(
                    new ValueEvidence(BinOrder.UNORDERED, reference, counts, noise),
                    RateEvidence.newCategories(reference, counts));
        }

        private Map<String, Long> count(List<Map<String, String>> rows) {
            return texts(rows).collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        }

        private static long[] counts(Stream<String> categories, Map<String, Long> counted) {
            return categories
                    .mapToLong(category -> counted.getOrDefault(category, 0L))
                    .toArray();
        }
    }
}
