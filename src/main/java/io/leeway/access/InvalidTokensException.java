package io.leeway.access;

import java.io.Serial;

/** A tokens file is not what it should be. Its message names lines and never quotes them. */
public final class InvalidTokensException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    InvalidTokensException(String message) {
        super(message);
    }
}
