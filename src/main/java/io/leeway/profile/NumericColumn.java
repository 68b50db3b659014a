package io.leeway.profile;

import io.leeway.event.ValueColumn;
import java.util.List;
import java.util.stream.IntStream;

/** A column whose values compare as numbers. */
record NumericColumn(FeatureKey key, ValueColumn values, List<Cut> cuts) implements Column {
    NumericColumn onBinsOf(List<Layout> layouts) {
        return new NumericColumn(
                key,
                values,
                layouts.stream().flatMap(layout -> layout.cut(key).stream()).toList());
    }

    @Override
    public void add(Profile profile, int[] rows, int count) {
        NumericProfile column = profile.numericColumn(key);
        int empty = values.texts().indexOf("");
        double[] found = new double[count];
        int valid = 0;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            switch (values.kind(row)) {
                case NUMBER -> found[valid++] = values.number(row);
                case TEXT -> {
                    if (values.code(row) != empty) {
                        column.addWrongType();
                    }
                }
                case OTHER -> column.addWrongType();
                case MISSING -> {}
            }
        }
        column.add(found, valid, cuts);
    }

    /** All numbers of the column. */
    double[] numbers() {
        return IntStream.range(0, values.size())
                .mapToDouble(values::number)
                .filter(number -> !Double.isNaN(number))
                .toArray();
    }
}
