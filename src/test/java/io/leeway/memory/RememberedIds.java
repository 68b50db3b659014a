package io.leeway.memory;

import io.leeway.state.Store;
import io.leeway.state.Table;

/** Looks into the tables of what is remembered. */
public final class RememberedIds {
    private RememberedIds() {}

    /** How many entries stand in the store, those replaced and expired included. */
    public static int in(Store store) {
        return in(store, Tables.RECENT) + in(store, Tables.PAGES);
    }

    private static int in(Store store, Table table) {
        int[] entries = new int[1];
        store.scan(table, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            for (int at = 0; at < value.length; at = EntryBytes.end(value, at)) {
                entries[0]++;
            }
            return true;
        });
        return entries[0];
    }
}
