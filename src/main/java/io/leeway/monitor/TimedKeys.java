package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of one model in a table whose keys are some texts, the model first, and then a time. Keys of other times are
 * leapt over, not read.
 */
final class TimedKeys {
    private final Store store;
    private final Table table;
    private final int texts;
    private final byte[] model;

    /**
     * The keys of a model.
     *
     * @param texts how many texts stand in front of the time
     */
    TimedKeys(Store store, Table table, int texts, String model) {
        this.store = store;
        this.table = table;
        this.texts = texts;
        this.model = Keys.of(model).bytes();
    }

    /** Whether there is a key of before a time, epoch milliseconds. */
    boolean anyBefore(long time) {
        return prefixes().stream()
                .anyMatch(prefix -> first(prefix.bytes(), timed(prefix, time)).isPresent());
    }

    /** Deletes the keys of before a time, epoch milliseconds. */
    void deleteBefore(long time, Changes changes) {
        prefixes().forEach(prefix -> changes.deleteRange(table, prefix.bytes(), timed(prefix, time)));
    }

    /** The different texts in front of times, the model among them. */
    List<List<String>> texts() {
        return prefixes().stream().map(Prefix::texts).toList();
    }

    private List<Prefix> prefixes() {
        List<Prefix> found = new ArrayList<>();
        byte[] end = Keys.after(model);
        Optional<byte[]> next = first(model, end);
        while (next.isPresent()) {
            Prefix prefix = prefix(next.get());
            found.add(prefix);
            next = first(Keys.after(prefix.bytes()), end);
        }
        return found;
    }

    private Prefix prefix(byte[] key) {
        KeyParts parts = new KeyParts(key);
        String[] found = new String[texts];
        for (int i = 0; i < texts; i++) {
            found[i] = parts.text();
        }
        return new Prefix(List.of(found));
    }

    private Optional<byte[]> first(byte[] from, byte[] to) {
        List<byte[]> found = new ArrayList<>(1);
        store.scan(table, from, to, (key, value) -> {
            found.add(key);
            return false;
        });
        return found.stream().findFirst();
    }

    private static byte[] timed(Prefix prefix, long time) {
        return prefix.keys().number(time).bytes();
    }

    /** The texts in front of a time. */
    private record Prefix(List<String> texts) {
        Keys keys() {
            return Keys.of(texts.toArray(String[]::new));
        }

        byte[] bytes() {
            return keys().bytes();
        }
    }
}
