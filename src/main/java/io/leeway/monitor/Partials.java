package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.util.HashMap;
import java.util.Map;

/** The partials of one lane: those in hand since the last commit, the others in the store. */
final class Partials {
    /** How many clean partials are kept in memory for the next rows; beyond, all are dropped and read again. */
    private static final int MOST_CLEAN = 2_000;

    private final Store store;
    private final int lane;
    private final Map<PartialKey, Partial> inHand = new HashMap<>();
    private final Map<PartialKey, Partial> changed = new HashMap<>();

    Partials(Store store, int lane) {
        this.store = store;
        this.lane = lane;
    }

    /** A partial that the caller is about to change. */
    Partial change(PartialKey key) {
        Partial partial = inHand.computeIfAbsent(key, this::load);
        changed.put(key, partial);
        return partial;
    }

    /**
     * Writes what changed, and the windows it changed for the reporter.
     *
     * @param token differs from that of every other commit
     */
    void commit(Changes changes, byte[] token) {
        changed.forEach((key, partial) -> {
            changes.put(Tables.PARTIALS, key.bytes(lane), partial.bytes());
            changes.put(Tables.TO_REPORT, key.prefix().bytes(), token);
        });
    }

    /** Nothing of a model in hand is of use any more, nor to be written. */
    void forget(String model) {
        inHand.keySet().removeIf(it -> it.model().equals(model));
        changed.keySet().removeIf(it -> it.model().equals(model));
    }

    /** The commit is in the store. */
    void committed() {
        changed.clear();
        if (inHand.size() > MOST_CLEAN) {
            inHand.clear();
        }
    }

    private Partial load(PartialKey key) {
        return store.get(Tables.PARTIALS, key.bytes(lane)).map(Partial::read).orElseGet(Partial::new);
    }
}
