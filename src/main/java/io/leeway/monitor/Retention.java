package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.ingest.Entry;
import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drops windows older than a model keeps them behind its watermark, with their partials and reports, once a day of event
 * time. Only whole windows of the largest size go, so no sum of what stays gets smaller, and only once their points have
 * left and the rules have seen them.
 */
final class Retention {
    private final Store store;

    Retention(Store store) {
        this.store = store;
    }

    /** No window that starts before this is kept, epoch milliseconds. */
    long droppedBefore(String model) {
        return store.get(Tables.DROPPED, Keys.of(model).bytes())
                .map(bytes -> new ByteReader(bytes).whole())
                .orElse(Long.MIN_VALUE);
    }

    /** Drops what is due of a model; whether windows went. */
    boolean drop(KnownModel model) {
        String name = model.definition().name();
        if (model.watermark() == Entry.NO_WATERMARK) {
            new UnusedBaselines(store, name).drop();
            return false;
        }
        long cut = cut(model);
        boolean isDue = cut > droppedBefore(name) && !owedBefore(name, cut);
        if (isDue) {
            Changes changes = new Changes();
            new TimedKeys(store, Tables.PARTIALS, 3, name).deleteBefore(cut, changes);
            new TimedKeys(store, Tables.LABEL_HOURS, 2, name).deleteBefore(cut, changes);
            new TimedKeys(store, Tables.REPORTS, 4, name).deleteBefore(cut, changes);
            new TimedKeys(store, Tables.SUMMARIES, 4, name).deleteBefore(cut, changes);
            changes.put(
                    Tables.DROPPED,
                    Keys.of(name).bytes(),
                    new ByteWriter().whole(cut).toByteArray());
            store.commit(changes);
            new UnusedBaselines(store, name).drop();
            new UnusedBackChecks(store, name).drop();
        }
        return isDue;
    }

    /** Before what instant windows have been dropped, by model. */
    static Map<String, Instant> dropped(Store store) {
        Map<String, Instant> dropped = new TreeMap<>();
        store.scan(Tables.DROPPED, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            dropped.put(new KeyParts(key).text(), Instant.ofEpochMilli(new ByteReader(value).whole()));
            return true;
        });
        return dropped;
    }

    private boolean owedBefore(String model, long cut) {
        return new TimedKeys(store, Tables.TO_STORE, 4, model).anyBefore(cut)
                || new TimedKeys(store, Tables.TO_JUDGE, 4, model).anyBefore(cut);
    }

    private static long cut(KnownModel model) {
        ModelSettings settings = model.definition().settings();
        WindowSize largest = settings.windows().get(settings.windows().size() - 1);
        WindowSize step = largest.compareTo(WindowSize.DAY) < 0 ? WindowSize.DAY : largest;
        Instant oldest = Instant.ofEpochMilli(model.watermark()).minus(settings.keepWindows());
        return step.startOf(oldest, settings.zone()).toEpochMilli();
    }
}
