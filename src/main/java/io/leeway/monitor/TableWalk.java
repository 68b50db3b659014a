package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.util.Arrays;

/** A walk over a table of any length, some keys at a time, each step one commit. */
final class TableWalk {
    private static final byte[] END = {(byte) 0xFF};

    private final Table table;
    private final Step step;
    private byte[] next = {};

    TableWalk(Table table, Step step) {
        this.table = table;
        this.step = step;
    }

    /** What is done with each key. */
    @FunctionalInterface
    interface Step {
        void take(byte[] key, byte[] value, Changes changes);
    }

    /** Takes at most so many keys; returns whether more may follow. */
    boolean go(Store store, int most) {
        Changes changes = new Changes();
        int[] taken = new int[1];
        store.scan(table, next, END, (key, value) -> {
            step.take(key, value, changes);
            next = Arrays.copyOf(key, key.length + 1);
            return ++taken[0] < most;
        });
        store.commit(changes);
        return taken[0] == most;
    }
}
