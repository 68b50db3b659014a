package io.leeway.event;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rows with something else in place of what was logged. */
public final class Replacement {
    private Replacement() {}

    /**
     * Rows with other values of some features.
     *
     * @param of what stands for each category (see {@link Categories}) of a feature, empty for a missing value; features
     *     that are not named stay as they are. Values that are neither number nor text stay what they are.
     */
    public static Batch values(Batch rows, Function<String, Optional<Function<String, Optional<String>>>> of) {
        List<ValueColumn> features = rows.features().stream()
                .map(column -> of.apply(column.name())
                        .map(values -> values(column, values))
                        .orElse(column))
                .toList();
        return with(rows, rows.ids(), features);
    }

    /** Rows with other ids, an empty one for none. A row without an id stays without. */
    public static Batch ids(Batch rows, UnaryOperator<String> by) {
        return with(rows, ids(rows.ids(), by), rows.features());
    }

    /** Labels with other ids. */
    public static Labels ids(Labels labels, UnaryOperator<String> by) {
        return new Labels(labels.model(), labels.timestamps(), ids(labels.ids(), by), labels.labels());
    }

    private static Batch with(Batch rows, IdColumn ids, List<ValueColumn> features) {
        return new Batch(
                rows.model(),
                rows.timestamps(),
                ids,
                rows.versions(),
                features,
                rows.predictions(),
                rows.score(),
                rows.scores(),
                rows.labels());
    }

    private static ValueColumn values(ValueColumn column, Function<String, Optional<String>> by) {
        ValueColumnBuilder replaced = new ValueColumnBuilder(column.name());
        Map<String, Optional<String>> known = new HashMap<>();
        for (int row = 0; row < column.size(); row++) {
            int at = row;
            if (column.kind(row) == ValueKind.OTHER) {
                replaced.other(row);
            } else {
                column.category(row)
                        .flatMap(category -> known.computeIfAbsent(category, by))
                        .ifPresent(text -> replaced.text(at, text));
            }
        }
        return replaced.build(column.size());
    }

    private static IdColumn ids(IdColumn ids, UnaryOperator<String> by) {
        IdColumnBuilder replaced = new IdColumnBuilder();
        for (int row = 0; row < ids.size(); row++) {
            replaced.add(ids.present(row) ? by.apply(ids.text(row)).getBytes(StandardCharsets.UTF_8) : new byte[0]);
        }
        return replaced.build();
    }
}
