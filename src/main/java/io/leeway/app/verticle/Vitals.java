package io.leeway.app.verticle;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether rows still become reports. When a lane or the reporter fails in a way that nobody foresaw, what it knows cannot
 * be trusted any more: it stops, nothing more is taken in, and the first failure is named until the service is started
 * again. What was acknowledged is in the journal. Thread-safe.
 */
public final class Vitals {
    private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

    private volatile Optional<String> failure = Optional.empty();

    /** A sentence about the first failure. */
    public Optional<String> failure() {
        return failure;
    }

    /**
     * Something stopped for good.
     *
     * @param sentence what stopped, and where
     */
    synchronized void failed(String sentence, RuntimeException why) {
        LOG.error("{}; nothing is taken in any more until the service is started again", sentence, why);
        failure = failure.or(() -> Optional.of(sentence + "; the log says why."));
    }
}
