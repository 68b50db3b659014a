package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lanes have committed and the reporter has not told yet, of one model: which base windows changed, and the rows of
 * {@link Tables#TO_REPORT} that say so. They are removed in the write that stores the reports, unless a lane has asked
 * again meanwhile.
 */
final class ToReport {
    private final Set<PartialKey> changed =
            new TreeSet<>(Comparator.comparing(PartialKey::version).thenComparing(PartialKey::start));
    private final Map<byte[], byte[]> rows = new TreeMap<>(Arrays::compareUnsigned);

    /** Everything there is to report, by model. */
    static Map<String, ToReport> scan(Store store) {
        Map<String, ToReport> models = new HashMap<>();
        store.scan(Tables.TO_REPORT, new byte[0], new byte[] {(byte) 0xFF}, (key, token) -> {
            KeyParts parts = new KeyParts(key);
            String model = parts.text();
            ToReport toReport = models.computeIfAbsent(model, unused -> new ToReport());
            toReport.rows.put(key, token);
            if (parts.more()) {
                toReport.changed.add(new PartialKey(model, parts.text(), parts.text(), parts.number()));
            }
            return true;
        });
        return models;
    }

    /** The base windows that changed, by version and time. */
    Iterable<PartialKey> changed() {
        return new ArrayList<>(changed);
    }

    void done(Changes changes) {
        rows.forEach((key, token) -> changes.deleteIf(Tables.TO_REPORT, key, token));
    }
}
