package io.leeway.app.verticle;

import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Sequencer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Something asked of the sequencer, and who waits for the answer. */
final class Request<T> {
    private final long bytes;
    private final Function<Sequencer, T> decision;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Optional<T> decided = Optional.empty();

    /**
     * A request that nobody has decided yet.
     *
     * @param bytes admitted for it
     */
    Request(long bytes, Function<Sequencer, T> decision) {
        this.bytes = bytes;
        this.decision = decision;
    }

    long bytes() {
        return bytes;
    }

    CompletionStage<T> answer() {
        return answer;
    }

    /** Asks the sequencer. A refusal is the answer at once: nothing of it is written. */
    void decide(Sequencer sequencer) {
        try {
            decided = Optional.of(decision.apply(sequencer));
        } catch (IntakeException e) {
            answer.completeExceptionally(e);
        }
    }

    /** What was decided is durable. */
    void succeed() {
        decided.ifPresent(answer::complete);
    }

    void fail(IntakeException why, Admission admission) {
        admission.release(bytes);
        answer.completeExceptionally(why);
    }
}
