package io.leeway.ingest;

import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The one way in, for every transport. Each call completes when what was given is durable, or fails with an
 * {@link IntakeException} that says what the sender should do; nothing of a failed call is promised.
 */
public interface Intake {
    /**
     * Predictions of one model, which is created if it is new.
     *
     * @param rejected how many rows of the same request were rejected before, for the totals
     * @param key a second request of the same model with the same key within the label horizon is answered like the
     *     first and not counted again
     */
    CompletionStage<Taken> predictions(Batch batch, long rejected, Optional<IdempotencyKey> key);

    CompletionStage<Taken> labels(Labels labels, long rejected, Optional<IdempotencyKey> key);

    /** Replaces a model's settings, creating the model if it is new. */
    CompletionStage<Changed> settings(String model, ModelSettings settings);

    /**
     * Sets the reference set of the model the rows name.
     *
     * @param version only for that version; empty: for all without one of their own
     * @param timed whether the rows came with timestamps
     */
    CompletionStage<Taken> baseline(Optional<String> version, boolean timed, Batch rows);

    /** Forgets what is remembered of one prediction; its id still is known as a duplicate. */
    CompletionStage<Taken> forget(String model, String id);

    /**
     * Erases a model with all that is known of it. It goes on in the background; until it is done nothing more is taken of
     * a model of that name, and then what arrives is of a new one.
     */
    CompletionStage<Taken> erase(String model);

    /**
     * What became of rows.
     *
     * @param position what the sender may wait for: see {@code Leeway-Position}
     * @param rejections rows not taken after all, by their row in the batch
     */
    record Taken(long position, List<Rejection> rejections) {
        public Taken {
            rejections = List.copyOf(rejections);
        }
    }

    /** A model as it is after a change. */
    record Changed(long position, Model model) {}
}
