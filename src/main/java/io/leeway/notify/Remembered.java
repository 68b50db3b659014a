package io.leeway.notify;

import io.leeway.alert.IncidentBook;
import io.leeway.alert.Observation;
import io.leeway.alert.Retention;
import io.leeway.alert.Shelf;
import io.leeway.alert.Tags;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the book of incidents wants remembered of windows, in a store.
 */
record Remembered(Store store) implements Shelf {
    private static final byte[] FIRST = new byte[0];
    /** Keys are texts, and no text begins with this byte in UTF-8. */
    private static final byte[] BEHIND_ALL = {(byte) 0xFF};

    static void put(Retention change, Changes commit) {
        if (change instanceof Retention.Keep keep) {
            Observation window = keep.window();
            commit.put(Tables.WINDOWS, key(keep.rule(), window.tags(), window.end()), MemoryBytes.of(keep));
        } else if (change instanceof Retention.Forget forget) {
            commit.delete(Tables.WINDOWS, key(forget.rule(), forget.tags(), forget.end()));
        } else if (change instanceof Retention.Rebase rebase) {
            commit.put(Tables.BASES, key(rebase.rule(), rebase.instance()).bytes(), MemoryBytes.of(rebase));
        } else if (change instanceof Retention.Stand stand) {
            commit.put(Tables.HEADS, key(stand.rule(), stand.instance()).bytes(), MemoryBytes.of(stand));
        } else if (change instanceof Retention.Judged judged) {
            byte[] rule = Keys.of(judged.rule()).bytes();
            commit.deleteRange(Tables.HEADS, rule, Keys.after(rule));
            commit.deleteRange(Tables.BASES, rule, Keys.after(rule));
            commit.put(Tables.JUDGED, rule, MemoryBytes.of(judged));
        } else if (change instanceof Retention.Unjudged gone) {
            byte[] rule = Keys.of(gone.rule()).bytes();
            commit.deleteRange(Tables.HEADS, rule, Keys.after(rule));
            commit.delete(Tables.JUDGED, rule);
        }
    }

    IncidentBook.Memory memory() {
        Map<String, String> judged = new HashMap<>();
        store.scan(Tables.JUDGED, FIRST, BEHIND_ALL, (key, bytes) -> {
            Map.Entry<String, String> rule = MemoryBytes.judged(bytes);
            judged.put(rule.getKey(), rule.getValue());
            return true;
        });
        return new IncidentBook.Memory(
                this,
                judged,
                all(Tables.HEADS, MemoryBytes::stand),
                all(Tables.BASES, MemoryBytes::rebase),
                all(Tables.INCIDENTS, AlertBytes::incident));
    }

    /** Forgets all that rules remember of a model. */
    void forget(String model, Changes commit) {
        forget(Tables.WINDOWS, it -> MemoryBytes.keep(it).window().tags(), model, commit);
        forget(Tables.BASES, it -> MemoryBytes.rebase(it).instance(), model, commit);
        forget(Tables.HEADS, it -> MemoryBytes.stand(it).instance(), model, commit);
    }

    private void forget(Table table, Function<byte[], Tags> tags, String model, Changes commit) {
        store.scan(table, FIRST, BEHIND_ALL, (key, bytes) -> {
            if (tags.apply(bytes).get("model").equals(model)) {
                commit.delete(table, key);
            }
            return true;
        });
    }

    /** Where the instances of a rule stood behind the windows that are forgotten. */
    List<Retention.Rebase> bases(String rule) {
        byte[] key = Keys.of(rule).bytes();
        return between(Tables.BASES, key, Keys.after(key), MemoryBytes::rebase);
    }

    @Override
    public List<Observation> windows(String rule) {
        byte[] key = Keys.of(rule).bytes();
        return windows(key, Keys.after(key));
    }

    @Override
    public List<Observation> windows(String rule, Tags tags, Instant from, Instant to) {
        byte[] all = key(rule, tags).bytes();
        byte[] first = from.equals(Instant.MIN) ? all : key(rule, tags, from);
        byte[] last = to.equals(Instant.MAX) ? Keys.after(all) : key(rule, tags, to);
        return windows(first, last).stream()
                .filter(window -> window.tags().equals(tags))
                .toList();
    }

    private List<Observation> windows(byte[] from, byte[] to) {
        return between(
                Tables.WINDOWS, from, to, bytes -> MemoryBytes.keep(bytes).window());
    }

    private <T> List<T> all(Table table, Function<byte[], T> value) {
        return between(table, FIRST, BEHIND_ALL, value);
    }

    private <T> List<T> between(Table table, byte[] from, byte[] to, Function<byte[], T> value) {
        List<T> all = new ArrayList<>();
        store.scan(table, from, to, (key, bytes) -> all.add(value.apply(bytes)));
        return all;
    }

    private static byte[] key(String rule, Tags tags, Instant end) {
        return key(rule, tags).number(end.toEpochMilli()).bytes();
    }

    private static Keys key(String rule, Tags tags) {
        Keys key = Keys.of(rule);
        tags.values().forEach((name, value) -> key.text(name).text(value));
        return key;
    }
}
