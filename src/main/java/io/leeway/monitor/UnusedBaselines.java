package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.HashSet;
import java.util.Set;

/** Baselines of a model that no lane holds rows against any more, and against which no window that is kept was held. */
final class UnusedBaselines {
    private final Store store;
    private final String model;
    private final byte[] prefix;

    UnusedBaselines(Store store, String model) {
        this.store = store;
        this.model = model;
        this.prefix = Keys.of(model).bytes();
    }

    /** Deletes them. A lane that is behind still names the one it uses, so that one stays. */
    void drop() {
        Changes changes = new Changes();
        unused().forEach(id -> {
            byte[] wholeAndParts = Keys.of(model, id).bytes();
            changes.deleteRange(Tables.BASELINES, wholeAndParts, Keys.after(wholeAndParts));
        });
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
    }

    private Set<String> unused() {
        Set<String> unused = stored();
        LaneStore.lanesOf(store, model)
                .values()
                .forEach(lane -> unused.removeAll(lane.baselines().values()));
        if (!unused.isEmpty()) {
            store.scan(Tables.PARTIALS, prefix, Keys.after(prefix), (key, partial) -> {
                unused.removeAll(Partial.read(partial).profile().baselines());
                return !unused.isEmpty();
            });
        }
        return unused;
    }

    private Set<String> stored() {
        Set<String> ids = new HashSet<>();
        store.scan(Tables.BASELINES, prefix, Keys.after(prefix), (key, baseline) -> {
            KeyParts parts = new KeyParts(key);
            String unused = parts.text();
            ids.add(parts.text());
            return true;
        });
        return ids;
    }
}
