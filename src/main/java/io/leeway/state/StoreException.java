package io.leeway.state;

import java.io.Serial;

/** The store did not take a commit: nothing of it is there. */
public final class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean full;

    public StoreException(String message, boolean full, Throwable cause) {
        super(message, cause);
        this.full = full;
    }

    /** Whether the disk is full. */
    public boolean full() {
        return full;
    }
}
