package io.leeway.monitor;

import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The segments that each row of a batch belongs to: one of each feature that has segments. */
final class RowSegments {
    private final List<OfFeature> features = new ArrayList<>();

    RowSegments(SegmentNames names, Batch batch) {
        names.values()
                .forEach((feature, values) -> features.add(new OfFeature(feature, values, column(batch, feature))));
    }

    /** The segments of a row; none where there are no segments. */
    List<String> of(int row) {
        if (features.isEmpty()) {
            return List.of();
        }
        List<String> segments = new ArrayList<>(features.size());
        for (OfFeature feature : features) {
            segments.add(feature.of(row));
        }
        return segments;
    }

    private static Optional<ValueColumn> column(Batch batch, String feature) {
        return batch.features().stream()
                .filter(column -> column.name().equals(feature))
                .findFirst();
    }

    private static final class OfFeature {
        private final Map<String, String> named = new HashMap<>();
        private final String other;
        private final Optional<ValueColumn> column;

        OfFeature(String feature, Set<String> values, Optional<ValueColumn> column) {
            values.forEach(value -> named.put(value, SegmentNames.name(feature, value)));
            this.other = SegmentNames.name(feature, SegmentNames.OTHER);
            this.column = column;
        }

        String of(int row) {
            return column.flatMap(it -> it.category(row))
                    .map(value -> named.getOrDefault(value, other))
                    .orElse(other);
        }
    }
}
