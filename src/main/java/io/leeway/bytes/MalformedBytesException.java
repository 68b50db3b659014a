package io.leeway.bytes;

import java.io.Serial;

/** Stored bytes that are not what they should be: damaged, or written by a later release. */
public final class MalformedBytesException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public MalformedBytesException(String message) {
        super(message);
    }
}
