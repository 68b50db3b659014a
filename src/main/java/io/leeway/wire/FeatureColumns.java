package io.leeway.wire;

import io.leeway.event.BatchBuilder;
import java.util.ArrayList;
import java.util.List;

/** Finds the column of a feature by its name: at a glance where rows name their features in the same order. */
final class FeatureColumns {
    private final BatchBuilder builder;
    private final List<String> names = new ArrayList<>();
    private int next;

    FeatureColumns(BatchBuilder builder) {
        this.builder = builder;
    }

    /** Whether the name is that of the column behind the last one. */
    boolean expects(String name) {
        return next < names.size() && names.get(next).equals(name);
    }

    /** The column that was {@linkplain #expects expected}. */
    int next() {
        return next++;
    }

    int of(String name) {
        int column = expects(name) ? next : builder.feature(name);
        if (column == names.size()) {
            names.add(name);
        }
        next = column + 1;
        return column;
    }

    /** The next row begins; columns that only a dropped row has named are gone. */
    void nextRow() {
        next = 0;
        while (names.size() > builder.features()) {
            names.remove(names.size() - 1);
        }
    }
}
