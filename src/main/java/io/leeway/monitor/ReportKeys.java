package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import java.time.Instant;

/** How window keys stand in the store: by model, version, segment, size and time. */
final class ReportKeys {
    private ReportKeys() {}

    static byte[] bytes(WindowKey key) {
        return upTo(key, key.start());
    }

    /** The first key of the same windows that starts at or after an instant. */
    static byte[] upTo(WindowKey key, Instant start) {
        return Keys.of(key.model(), key.version(), key.segment(), key.size().text())
                .number(start.toEpochMilli())
                .bytes();
    }

    static WindowKey read(byte[] bytes) {
        KeyParts parts = new KeyParts(bytes);
        return new WindowKey(
                parts.text(),
                parts.text(),
                parts.text(),
                WindowSize.of(parts.text()).orElseThrow(),
                Instant.ofEpochMilli(parts.number()));
    }
}
