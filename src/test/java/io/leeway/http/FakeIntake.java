package io.leeway.http;

import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.ingest.IdempotencyKey;
import io.leeway.ingest.Intake;
import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes everything, answers when it is {@link #durable}, and refuses what it is told to. */
final class FakeIntake implements Intake {
    final List<String> taken = new CopyOnWriteArrayList<>();
    volatile Optional<IntakeException> refusal = Optional.empty();
    volatile CompletableFuture<Void> durable = CompletableFuture.completedFuture(null);
    volatile List<Rejection> rejections = List.of();
    volatile Optional<Batch> lastBatch = Optional.empty();
    volatile Optional<IdempotencyKey> lastKey = Optional.empty();

    @Override
    public CompletionStage<Taken> predictions(Batch batch, long rejected, Optional<IdempotencyKey> idempotencyKey) {
        lastBatch = Optional.of(batch);
        lastKey = idempotencyKey;
        return take("predictions " + batch.model() + " " + batch.size()
                + idempotencyKey.map(key -> " " + key.name()).orElse(""));
    }

    @Override
    public CompletionStage<Taken> labels(Labels labels, long rejected, Optional<IdempotencyKey> idempotencyKey) {
        return take("labels " + labels.model() + " " + labels.size());
    }

    @Override
    public CompletionStage<Changed> settings(String model, ModelSettings settings) {
        return take("settings " + model).thenApply(done -> new Changed(done.position(), Model.of(model, settings)));
    }

    @Override
    public CompletionStage<Taken> baseline(Optional<String> version, boolean timed, Batch rows) {
        return take("baseline " + rows.model() + " " + version.orElse("*") + " " + rows.size());
    }

    @Override
    public CompletionStage<Taken> forget(String model, String id) {
        return take("forget " + model + " " + id);
    }

    @Override
    public CompletionStage<Taken> erase(String model) {
        return take("erase " + model);
    }

    private CompletableFuture<Taken> take(String what) {
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        taken.add(what);
        return durable.thenApplyAsync(done -> new Taken(taken.size(), rejections));
    }
}
