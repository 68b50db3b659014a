package io.leeway.ingest;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** Why nothing was taken, and what the sender should do. */
public final class IntakeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final Duration retryAfter;
    private final transient Optional<Limit> limit;

    public IntakeException(Kind kind, String sentence, Duration retryAfter) {
        this(kind, sentence, retryAfter, Optional.empty());
    }

    private IntakeException(Kind kind, String sentence, Duration retryAfter, Optional<Limit> limit) {
        super(sentence);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.limit = limit;
    }

    /** Something would grow beyond a limit, however often it is tried. */
    static IntakeException beyond(Limit limit, String sentence) {
        return new IntakeException(Kind.BEYOND, sentence, Duration.ZERO, Optional.of(limit));
    }

    /** For the time being there is no room for so many bytes. */
    public static IntakeException busy(Limit limit, String sentence, Duration retryAfter) {
        return new IntakeException(Kind.BUSY, sentence, retryAfter, Optional.of(limit));
    }

    /** The limit that was met, if it is one. */
    public Optional<Limit> limit() {
        return limit;
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
        /** There would be more of something than a limit allows. */
        BEYOND,
        /** The content cannot be used at all, for example an empty baseline. */
        INVALID
    }
}
