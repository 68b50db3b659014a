package io.leeway.alert;

import java.io.Serial;

/** A condition that cannot be read. The message is a sentence that says what to write instead. */
public final class InvalidConditionException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String sentence;

    public InvalidConditionException(int offset, String message) {
        super(message);
        this.offset = offset;
        this.sentence = message;
    }

    /** Characters of the condition before the fault. */
    public int offset() {
        return offset;
    }

    /** What is wrong and what to write instead. */
    public String sentence() {
        return sentence;
    }
}
