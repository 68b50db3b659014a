package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.List;

/** What is known of estimates of a version or segment no window of which is kept any more. */
final class UnusedBackChecks {
    private final Store store;
    private final byte[] prefix;

    UnusedBackChecks(Store store, String model) {
        this.store = store;
        this.prefix = Keys.of(model).bytes();
    }

    /** Deletes it. */
    void drop() {
        List<byte[]> all = new ArrayList<>();
        store.scan(Tables.BACK_CHECKS, prefix, Keys.after(prefix), (key, check) -> all.add(key));
        Changes changes = new Changes();
        all.stream().filter(this::isUnused).forEach(key -> changes.delete(Tables.BACK_CHECKS, key));
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
    }

    /** Keys of windows begin with that of their back-check. */
    private boolean isUnused(byte[] windows) {
        List<byte[]> found = new ArrayList<>(1);
        store.scan(Tables.SUMMARIES, windows, Keys.after(windows), (key, summary) -> {
            found.add(key);
            return false;
        });
        return found.isEmpty();
    }
}
