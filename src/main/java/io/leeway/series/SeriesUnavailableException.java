package io.leeway.series;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** The store of series did not take points now. They are owed still. */
public final class SeriesUnavailableException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> retryAfter;
    private final boolean operatorNeeded;

    private SeriesUnavailableException(String message, Optional<Duration> retryAfter, boolean operatorNeeded) {
        super(message);
        this.retryAfter = retryAfter;
        this.operatorNeeded = operatorNeeded;
    }

    /** It will pass: no connection, overload, a time-out. */
    public static SeriesUnavailableException forNow(String message, Optional<Duration> retryAfter) {
        return new SeriesUnavailableException(message, retryAfter, false);
    }

    /** Somebody has to change something: credentials, a missing database. */
    public static SeriesUnavailableException untilChanged(String message) {
        return new SeriesUnavailableException(message, Optional.empty(), true);
    }

    /** When the server asked to be tried again, if it said so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether waiting alone will not help. */
    public boolean operatorNeeded() {
        return operatorNeeded;
    }
}
