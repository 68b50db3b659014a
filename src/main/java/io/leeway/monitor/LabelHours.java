package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.ExactMoments;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.util.HashMap;
import java.util.Map;

/**
 * One lane's part of what became known hour by hour: the losses of labels by the labels' own time, whenever they arrived and
 * whenever their predictions were made.
 */
final class LabelHours {
    /** How many clean hours are kept in memory for the next labels; beyond, all are dropped and read again. */
    private static final int MOST_CLEAN = 2_000;

    private final Store store;
    private final int lane;
    private final Map<LabelHour, ExactMoments> inHand = new HashMap<>();
    private final Map<LabelHour, ExactMoments> changed = new HashMap<>();

    LabelHours(Store store, int lane) {
        this.store = store;
        this.lane = lane;
    }

    /** The losses of an hour, which the caller is about to change. */
    ExactMoments change(LabelHour hour) {
        ExactMoments losses = inHand.computeIfAbsent(hour, this::load);
        changed.put(hour, losses);
        return losses;
    }

    /**
     * Writes what changed, and the hours it changed for the detectors.
     *
     * @param token differs from that of every other commit
     */
    void commit(Changes changes, byte[] token) {
        changed.forEach((hour, losses) -> {
            ByteWriter out = new ByteWriter();
            losses.write(out);
            changes.put(Tables.LABEL_HOURS, key(hour), out.toByteArray());
            changes.put(Tables.TO_DETECT, hour.prefix().bytes(), token);
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

    private ExactMoments load(LabelHour hour) {
        return store.get(Tables.LABEL_HOURS, key(hour))
                .map(bytes -> ExactMoments.read(new ByteReader(bytes)))
                .orElseGet(ExactMoments::new);
    }

    private byte[] key(LabelHour hour) {
        return hour.prefix().number(lane).bytes();
    }
}
