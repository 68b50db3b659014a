package io.leeway.faults;

import java.io.Serial;

/** The process ends here. No error handling of the service may catch it. */
final class Crash extends Error {
    @Serial
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where);
    }
}
