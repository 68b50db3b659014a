package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.truth.Remembered;

/** A walk over the remembered ids whose keys begin alike, which deletes those heard of before a horizon. */
final class Sweep {
    private final byte[] end;
    private final long horizon;
    private byte[] next;
    private boolean done;

    /**
     * A walk that begins.
     *
     * @param prefix what the keys begin with
     * @param horizon epoch milliseconds
     */
    Sweep(byte[] prefix, long horizon) {
        this.next = prefix;
        this.end = Keys.after(prefix);
        this.horizon = horizon;
    }

    /** Looks at no more than so many ids; returns at how many. */
    int go(Store store, int most, Changes changes) {
        int[] seen = new int[1];
        done = true;
        store.scan(Tables.MEMORY, next, end, (key, value) -> {
            if (seen[0] == most) {
                next = key;
                done = false;
                return false;
            }
            seen[0]++;
            if (Remembered.read(value).arrival() < horizon) {
                changes.delete(Tables.MEMORY, key);
            }
            return true;
        });
        return seen[0];
    }

    boolean isDone() {
        return done;
    }
}
