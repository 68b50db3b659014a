package io.leeway.ingest;

import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows of predictions their model can count: those not too old, and without a version or a feature that would be
 * one too many of the model.
 */
final class Countable {
    private final Batch batch;
    private final long oldest;
    private final Allowed allowed;
    private final Set<String> versions;
    private final List<ValueColumn> features;

    Countable(Batch batch, ModelState state, Allowed allowed) {
        this.batch = batch;
        this.oldest = state.oldest();
        this.allowed = allowed;
        this.versions = Room.surplus(state.versions(), batch.versions().texts(), allowed.most(Limit.VERSIONS));
        Set<String> names = Room.surplus(
                state.model().kinds().keySet(),
                batch.features().stream().map(ValueColumn::name).toList(),
                allowed.most(Limit.FEATURES));
        this.features = batch.features().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    /** Whether every row can be counted: nearly always. */
    boolean takesAll() {
        boolean young = true;
        for (long timestamp : batch.timestamps()) {
            young &= timestamp >= oldest;
        }
        return young && versions.isEmpty() && features.isEmpty();
    }

    /** Why a row cannot be counted, if so. */
    Optional<Rejection> rejection(int row) {
        if (batch.timestamps()[row] < oldest) {
            return rejection(
                    row,
                    Rejection.Reason.TOO_OLD,
                    "older than keep_windows allows; the oldest row taken now is of " + Instant.ofEpochMilli(oldest));
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
