package io.leeway.ingest;

import java.io.Serial;

/** The journal did not take entries: their senders must be told to try again. */
public final class JournalException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean full;

    public JournalException(String message, boolean full, Throwable cause) {
        super(message, cause);
        this.full = full;
    }

    /** Whether the disk is full. */
    public boolean full() {
        return full;
    }
}
