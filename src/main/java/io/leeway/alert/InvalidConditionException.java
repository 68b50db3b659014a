package io.leeway.alert;

import java.io.Serial;

/** A condition that cannot be read. The message is a sentence that says what to write instead. */
public final class InvalidConditionException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int offset;

    public InvalidConditionException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** Characters of the condition before the fault. */
    public int offset() {
        return offset;
    }
}
