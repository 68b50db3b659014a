package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.truth.Remembered;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lane's memory of predictions awaiting labels and of labels awaiting predictions. What has expired is as good as gone
 * from one entry on, in every replay alike; its rows are swept out of the store little by little with the commits behind.
 */
final class Memory {
    /** So many remembered ids are looked at in one commit, a few milliseconds' worth. */
    private static final int MOST_SWEPT = 2_000;

    private final Store store;
    /** Changed since the last commit, by key; Latin-1 makes a text of any bytes. */
    private final Map<String, Remembered> changed = new HashMap<>();
    /** By what the keys of a sweep begin with. */
    private final Map<String, Sweep> sweeps = new LinkedHashMap<>();

    Memory(Store store) {
        this.store = store;
    }

    /**
     * What is remembered of an id.
     *
     * @param arrival of the entry that asks, for an id never heard of; epoch milliseconds
     * @param expiredUpTo what was heard of before is forgotten
     */
    Remembered get(byte[] key, long arrival, long expiredUpTo) {
        return Optional.ofNullable(changed.get(text(key)))
                .or(() -> store.get(Tables.MEMORY, key).map(Remembered::read))
                .filter(remembered -> remembered.arrival() >= expiredUpTo)
                .orElseGet(() -> Remembered.nothing(arrival));
    }

    void put(byte[] key, Remembered remembered) {
        changed.put(text(key), remembered);
    }

    /** What of one bucket and model was heard of before {@code horizon}, epoch milliseconds, can be deleted. */
    void expire(int bucket, String model, long horizon) {
        byte[] prefix = bucketOf(bucket, model).bytes();
        sweeps.put(text(prefix), new Sweep(prefix, horizon));
    }

    void commit(Changes changes) {
        sweep(changes);
        changed.forEach((key, value) -> changes.put(Tables.MEMORY, bytes(key), value.bytes()));
    }

    void committed() {
        changed.clear();
    }

    static byte[] key(int bucket, String model, byte[] id) {
        return bucketOf(bucket, model).block(id).bytes();
    }

    private void sweep(Changes changes) {
        int left = MOST_SWEPT;
        Iterator<Sweep> next = sweeps.values().iterator();
        while (left > 0 && next.hasNext()) {
            Sweep sweep = next.next();
            left -= sweep.go(store, left, changes);
            if (sweep.isDone()) {
                next.remove();
            }
        }
    }

    private static Keys bucketOf(int bucket, String model) {
        return Keys.of().number(bucket).text(model);
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.ISO_8859_1);
    }
}
