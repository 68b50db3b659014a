package io.leeway.app.verticle;

import io.leeway.state.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether rows still become reports. Thread-safe.
 *
 * <p>When a lane or the reporter fails in a way that nobody foresaw, what it knows cannot be trusted any more: it stops,
 * nothing more is taken in, and the first failure is named until the service is started again. When the store does not
 * take a commit, because the disk is full or read-only, nothing is lost: whoever commits waits and tries again, and until
 * then nothing more is taken in, so that what waits stays bounded.
 */
public final class Vitals {
    private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

    private final Map<String, Stall> stalls = new ConcurrentSkipListMap<>();
    private volatile Optional<String> failure = Optional.empty();

    /**
     * Something waits for the store.
     *
     * @param sentence what is the matter and what to do
     * @param full whether the disk is
     */
    public record Stall(String sentence, boolean full) {}

    /** A sentence about the first failure. */
    public Optional<String> failure() {
        return failure;
    }

    /** What the store has not taken yet, if anything. */
    public Optional<Stall> stall() {
        return stalls.values().stream().findFirst();
    }

    /**
     * Something stopped for good.
     *
     * @param sentence what stopped, and where
     */
    synchronized void failed(String sentence, Throwable why) {
        LOG.error("{}; nothing is taken in any more until the service is started again", sentence, why);
        failure = failure.or(() -> Optional.of(sentence + "; the log says why."));
    }

    /**
     * The store did not take what somebody committed; it is tried again.
     *
     * @param who waits
     */
    void stalled(String who, StoreException why) {
        Stall stall = new Stall(sentence(why), why.full());
        if (stalls.put(who, stall) == null) {
            LOG.warn("Nothing more is taken in while {} waits: {}", who, why.getMessage());
        }
    }

    /** The store has taken what somebody committed. */
    void resumed(String who) {
        if (stalls.remove(who) != null) {
            LOG.info("The store takes commits again from {}", who);
        }
    }

    private static String sentence(StoreException why) {
        return why.full()
                ? "The disk is full; make space in the data folder, and rows are taken again without a restart."
                : "The data folder cannot be written; when it can, rows are taken again without a restart. "
                        + why.getMessage();
    }
}
