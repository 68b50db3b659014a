package io.leeway.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one commit changes: all of it or nothing. Later changes of a key win over earlier ones. Not safe for threads. */
public final class Changes {
    private final List<Change> all = new ArrayList<>();

    /** Sets a key. */
    public void put(Table table, byte[] key, byte[] value) {
        all.add(new Put(table, key, value));
    }

    /** Removes a key, if it is there. */
    public void delete(Table table, byte[] key) {
        all.add(new Delete(table, key, null));
    }

    /**
     * Removes a key only if its value, when the commit is applied, still is {@code value}: what a reader of a list of
     * things to do calls after it has done one, so that a thing asked for again meanwhile is not forgotten.
     */
    public void deleteIf(Table table, byte[] key, byte[] value) {
        all.add(new Delete(table, key, value));
    }

    /** Removes all keys from {@code from} (inclusive) to {@code to} (exclusive). */
    public void deleteRange(Table table, byte[] from, byte[] to) {
        all.add(new DeleteRange(table, from, to));
    }

    /** They have been applied: what follows is another set. */
    public void clear() {
        all.clear();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** In the order in which they were asked for. */
    public List<Change> all() {
        return Collections.unmodifiableList(all);
    }

    /** One change. */
    public sealed interface Change {}

    /** See {@link Changes#put}. */
    public record Put(Table table, byte[] key, byte[] value) implements Change {}

    /**
     * See {@link Changes#delete} and {@link Changes#deleteIf}.
     *
     * @param expected null: whatever the value is
     */
    public record Delete(Table table, byte[] key, byte @Nullable [] expected) implements Change {}

    /** See {@link Changes#deleteRange}. */
    public record DeleteRange(Table table, byte[] from, byte[] to) implements Change {}
}
