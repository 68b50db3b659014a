package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.event.Batch;
import io.leeway.ingest.Entry;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A baseline and what it says of each segment.
 *
 * @param parts by segment, on the bins of the whole; only segments with a row in the reference
 */
record SegmentedBaseline(ModelBaseline whole, Map<String, ModelBaseline> parts) {
    SegmentedBaseline {
        parts = new TreeMap<>(parts);
    }

    /**
     * A reference set and its segments.
     *
     * @param names by which the rows of windows are cut that are held against it
     */
    static SegmentedBaseline of(Entry.Reference reference, Model model, SegmentNames names) {
        ModelBaseline whole = ModelBaseline.of(reference, model, names);
        Batch rows = reference.rows();
        RowSegments segments = new RowSegments(whole.segments(), rows);
        Map<String, RowList> parts = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            for (String segment : segments.of(row)) {
                parts.computeIfAbsent(segment, unused -> new RowList()).add(row);
            }
        }
        return new SegmentedBaseline(
                whole,
                parts.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, part -> whole.part(reference, model, first(part.getValue())))));
    }

    private static int[] first(RowList rows) {
        return IntStream.range(0, rows.size()).map(i -> rows.rows()[i]).toArray();
    }
}
