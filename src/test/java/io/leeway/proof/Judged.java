package io.leeway.proof;

import io.leeway.drift.FeatureVerdict;
import io.leeway.statistics.Figures;
import java.util.List;
import java.util.function.Supplier;

/** What is known of a window: of each column its figures and its verdict. */
record Judged(List<Column> columns) {
    Judged {
        columns = List.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param compared what it is compared by; worked out when asked for, for the verdict needs none of it
     */
    record Column(String name, Supplier<Figures> compared, FeatureVerdict verdict) {
        Figures figures() {
            return compared.get();
        }

        /** A figure, or 0 where it does not exist. */
        double figure(String figureName) {
            return figures().get(figureName).orElse(0);
        }
    }
}
