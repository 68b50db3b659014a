package io.leeway.ingest;

import java.io.Serial;
import java.time.Duration;

/** Why nothing was taken, and what the sender should do. */
public final class IntakeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final Duration retryAfter;

    public IntakeException(Kind kind, String sentence, Duration retryAfter) {
        super(sentence);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** When it makes sense to try again; zero: never as it is. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** What stands in the way. */
    public enum Kind {
        /** Too much is in hand already. */
        BUSY,
        /** Stopping, or the journal failed. */
        UNAVAILABLE,
        /** The disk is full. */
        FULL,
        /** The change cannot be made as things stand, for example another task once rows exist. */
        CONFLICT,
        /** A request of the same name said something else. */
        REUSED_KEY,
        /** The model is not known. */
        UNKNOWN_MODEL,
        /** The content cannot be used at all, for example an empty baseline. */
        INVALID
    }
}
