package io.leeway.ingest;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A batch without the rows that its model cannot take: those too old to be counted, and those with a version or a feature
 * that would be one too many of the model.
 *
 * @param rejections the others, by their row in the batch
 */
record Screened(Batch kept, List<Rejection> rejections) {
    Screened {
        rejections = List.copyOf(rejections);
    }

    static Screened of(Batch batch, ModelState state, Allowed allowed) {
        Screen screen = new Screen(batch, state, allowed);
        List<Rejection> rejections = new ArrayList<>();
        BatchBuilder kept = new BatchBuilder(batch.model());
        for (int row = 0; row < batch.size(); row++) {
            screen.judge(row).ifPresent(rejections::add);
        }
        if (rejections.isEmpty()) {
            return new Screened(batch, rejections);
        }
        Set<Long> out = new HashSet<>(rejections.stream().map(Rejection::index).toList());
        for (int row = 0; row < batch.size(); row++) {
            if (!out.contains((long) row)) {
                kept.keep(batch, row);
            }
        }
        return new Screened(kept.build(), rejections);
    }

    /** Those of {@code named} that are new and for which there is no room beside the known. */
    static Set<String> surplus(Set<String> known, List<String> named, long most) {
        Set<String> all = new HashSet<>(known);
        Set<String> surplus = new HashSet<>();
        for (String name : named) {
            if (all.size() < most) {
                all.add(name);
            } else if (!all.contains(name)) {
                surplus.add(name);
            }
        }
        return surplus;
    }

    /** What a row must not be. */
    private static final class Screen {
        private final Batch batch;
        private final long oldest;
        private final Allowed allowed;
        private final Set<String> versions;
        private final List<ValueColumn> features;

        Screen(Batch batch, ModelState state, Allowed allowed) {
            this.batch = batch;
            this.oldest = state.oldest();
            this.allowed = allowed;
            this.versions = surplus(state.versions(), batch.versions().texts(), allowed.most(Limit.VERSIONS));
            Set<String> names = surplus(
                    state.model().kinds().keySet(),
                    batch.features().stream().map(ValueColumn::name).toList(),
                    allowed.most(Limit.FEATURES));
            this.features = batch.features().stream()
                    .filter(column -> names.contains(column.name()))
                    .toList();
        }

        Optional<Rejection> judge(int row) {
            if (batch.timestamps()[row] < oldest) {
                return rejection(
                        row,
                        Rejection.Reason.TOO_OLD,
                        "older than keep_windows allows; the oldest row taken now is of "
                                + Instant.ofEpochMilli(oldest));
            }
            if (!versions.isEmpty() && versions.contains(batch.version(row))) {
                return rejection(
                        row,
                        Rejection.Reason.TOO_MANY_VERSIONS,
                        "The model has " + allowed.most(Limit.VERSIONS) + " versions already (limits.versions).");
            }
            return features.stream().anyMatch(column -> column.kind(row) != ValueKind.MISSING)
                    ? rejection(
                            row,
                            Rejection.Reason.TOO_MANY_FEATURES,
                            "The model has " + allowed.most(Limit.FEATURES) + " features already (limits.features).")
                    : Optional.empty();
        }

        private static Optional<Rejection> rejection(int row, Rejection.Reason reason, String detail) {
            return Optional.of(new Rejection(row, reason, detail));
        }
    }
}
