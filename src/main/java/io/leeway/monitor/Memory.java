package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.truth.Remembered;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A lane's memory of predictions awaiting labels and of labels awaiting predictions. */
final class Memory {
    private final Store store;
    /** Changed since the last commit, by key; Latin-1 makes a text of any bytes. Empty: to be deleted. */
    private final Map<String, Optional<Remembered>> changed = new HashMap<>();

    Memory(Store store) {
        this.store = store;
    }

    Remembered get(byte[] key, long arrival) {
        Optional<Remembered> recent = changed.get(text(key));
        return (recent == null ? store.get(Tables.MEMORY, key).map(Remembered::read) : recent)
                .orElseGet(() -> Remembered.nothing(arrival));
    }

    void put(byte[] key, Remembered remembered) {
        changed.put(text(key), Optional.of(remembered));
    }

    /** Forgets what of one bucket and model arrived before {@code horizon}, epoch milliseconds. */
    void expire(int bucket, String model, long horizon) {
        byte[] prefix = bucketOf(bucket, model).bytes();
        store.scan(Tables.MEMORY, prefix, Keys.after(prefix), (key, value) -> {
            if (Remembered.read(value).arrival() < horizon) {
                changed.putIfAbsent(text(key), Optional.empty());
            }
            return true;
        });
    }

    void commit(Changes changes) {
        changed.forEach((key, value) -> value.ifPresentOrElse(
                remembered -> changes.put(Tables.MEMORY, bytes(key), remembered.bytes()),
                () -> changes.delete(Tables.MEMORY, bytes(key))));
    }

    void committed() {
        changed.clear();
    }

    static byte[] key(int bucket, String model, byte[] id) {
        return bucketOf(bucket, model).block(id).bytes();
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
