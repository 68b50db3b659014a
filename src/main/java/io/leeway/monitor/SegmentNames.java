package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which values of which features name a segment: the most frequent categories of reference rows. All other rows, those
 * without a value among them, are the feature's {@link #OTHER}, so the segments of a feature make up the whole. Which
 * segment a row belongs to follows from the reference alone: the same in every lane, whatever came before it.
 *
 * @param values by feature
 */
record SegmentNames(SortedMap<String, Set<String>> values) {
    /** So many values of a feature have a segment of their own: each costs as much as one more model. */
    static final int MOST_VALUES = 20;

    /** What stands for all values without a segment of their own. A value of that name is one of them. */
    static final String OTHER = "other";

    /** Longer values are no names: they stand in keys and tags. In UTF-16 units. */
    private static final int LONGEST = 128;

    SegmentNames {
        values = new TreeMap<>(values);
    }

    /** Without any segment. */
    static SegmentNames none() {
        return new SegmentNames(new TreeMap<>());
    }

    /** The segments that reference rows make of some features. */
    static SegmentNames of(Batch reference, List<String> features) {
        SortedMap<String, Set<String>> values = new TreeMap<>();
        features.forEach(feature -> values.put(feature, Set.of()));
        for (ValueColumn column : reference.features()) {
            values.computeIfPresent(column.name(), (name, none) -> mostFrequent(column));
        }
        return new SegmentNames(values);
    }

    /** The segment of a feature's value. */
    static String name(String feature, String value) {
        return feature + "=" + value;
    }

    /** All segments, by feature. */
    SortedMap<String, List<String>> byFeature() {
        SortedMap<String, List<String>> segments = new TreeMap<>();
        values.forEach((feature, named) -> segments.put(
                feature,
                Stream.concat(named.stream().sorted(), Stream.of(OTHER))
                        .map(value -> name(feature, value))
                        .toList()));
        return segments;
    }

    /** How many segments there are in all. */
    int count() {
        return values.values().stream().mapToInt(named -> named.size() + 1).sum();
    }

    void write(ByteWriter out) {
        out.count(values.size());
        values.forEach((feature, named) -> {
            out.text(feature).count(named.size());
            named.stream().sorted().forEach(out::text);
        });
    }

    static SegmentNames read(ByteReader in) {
        SortedMap<String, Set<String>> values = new TreeMap<>();
        for (int left = in.length(); left > 0; left--) {
            String feature = in.text();
            Set<String> named = new HashSet<>();
            for (int more = in.length(); more > 0; more--) {
                named.add(in.text());
            }
            values.put(feature, named);
        }
        return new SegmentNames(values);
    }

    private static Set<String> mostFrequent(ValueColumn column) {
        Map<String, Long> tally = new HashMap<>();
        for (int row = 0; row < column.size(); row++) {
            column.category(row).filter(SegmentNames::isName).ifPresent(value -> tally.merge(value, 1L, Long::sum));
        }
        return tally.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isName(String value) {
        return !value.isEmpty() && value.length() <= LONGEST && !value.equals(OTHER);
    }
}
