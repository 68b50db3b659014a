package io.leeway.profile;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Model;
import io.leeway.event.Batch;
import io.leeway.sketch.Bins;
import io.leeway.sketch.CategoryCounts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a baseline divides the values of each column: bins for numbers, and the categories that stay told apart.
 *
 * @param baseline its id
 * @param bins none for a column without a valid value in the reference
 * @param kept at most {@link CategoryCounts#MOST} each
 */
public record Layout(String baseline, Map<FeatureKey, Bins> bins, Map<FeatureKey, Set<String>> kept) {
    private static final int VERSION = 1;

    public Layout {
        bins = Map.copyOf(bins);
        kept = kept.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** Cuts a layout from reference rows. */
    public static Layout of(String baseline, Batch reference, Model model) {
        Columns columns = new Columns(reference, model);
        Map<FeatureKey, Bins> bins = new TreeMap<>();
        for (NumericColumn column : columns.numeric()) {
            double[] numbers = column.numbers();
            if (numbers.length > 0) {
                bins.put(column.key(), Bins.cut(numbers));
            }
        }
        Map<FeatureKey, Set<String>> kept = new TreeMap<>();
        columns.categorical().forEach(column -> kept.put(column.key(), mostFrequent(column.tally())));
        return new Layout(baseline, bins, kept);
    }

    /** The bins of a column. */
    public Optional<Bins> bins(FeatureKey key) {
        return Optional.ofNullable(bins.get(key));
    }

    /** The categories of a column that stay told apart. */
    public Set<String> kept(FeatureKey key) {
        return kept.getOrDefault(key, Set.of());
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).text(baseline).count(bins.size());
        new TreeMap<>(bins).forEach((key, cut) -> {
            key.write(out);
            cut.write(out);
        });
        out.count(kept.size());
        new TreeMap<>(kept).forEach((key, categories) -> {
            key.write(out);
            out.count(categories.size());
            categories.stream().sorted().forEach(out::text);
        });
    }

    public static Layout read(ByteReader in) {
        int unused = in.version("a layout", VERSION);
        String baseline = in.text();
        Map<FeatureKey, Bins> bins = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            bins.put(FeatureKey.read(in), Bins.read(in));
        }
        Map<FeatureKey, Set<String>> kept = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            kept.put(FeatureKey.read(in), readAll(in));
        }
        return new Layout(baseline, bins, kept);
    }

    Optional<Cut> cut(FeatureKey key) {
        return bins(key).map(cut -> new Cut(baseline, cut));
    }

    private static Set<String> readAll(ByteReader in) {
        Set<String> categories = new HashSet<>();
        for (int left = in.length(); left > 0; left--) {
            categories.add(in.text());
        }
        return categories;
    }

    private static Set<String> mostFrequent(Map<String, Long> tally) {
        return tally.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CategoryCounts.MOST)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
