package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lanes have committed and the reporter has not told yet, of one model: which base windows changed, and the rows of
 * {@link Tables#TO_REPORT} that say so. They are removed in the write that stores the reports, unless a lane has asked
 * again meanwhile.
 */
final class ToReport {
    private final List<PartialKey> changed = new ArrayList<>();
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
                toReport.changed.add(PartialKey.read(new KeyParts(key)));
            }
            return true;
        });
        return models;
    }

    /** The base windows that changed, by version, segment and time. */
    List<PartialKey> changed() {
        return Collections.unmodifiableList(changed);
    }

    void done(Changes changes) {
        rows.forEach((key, token) -> changes.deleteIf(Tables.TO_REPORT, key, token));
    }
}
