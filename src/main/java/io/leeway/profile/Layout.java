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
 * @param joint which numeric features are watched together; empty where settings do not ask for it
 */
public record Layout(
        String baseline, Map<FeatureKey, Bins> bins, Map<FeatureKey, Set<String>> kept, Optional<JointLayout> joint) {
    private static final int VERSION = 2;

    /** The first version that watches features together. */
    private static final int JOINT = 2;

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
        Optional<JointLayout> joint =
                model.settings().watching().manyInputs() ? JointLayout.of(columns.numeric()) : Optional.empty();
        return new Layout(baseline, bins, kept, joint);
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
        out.flag(joint.isPresent());
        joint.ifPresent(it -> it.write(out));
    }

    public static Layout read(ByteReader in) {
        int version = in.version("a layout", VERSION);
        String baseline = in.text();
        Map<FeatureKey, Bins> bins = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            bins.put(FeatureKey.read(in), Bins.read(in));
        }
        Map<FeatureKey, Set<String>> kept = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            kept.put(FeatureKey.read(in), readAll(in));
        }
        return new Layout(
                baseline,
                bins,
                kept,
                version >= JOINT && in.flag() ? Optional.of(JointLayout.read(in)) : Optional.empty());
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
