package io.leeway.monitor;

import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import java.time.Duration;

/**
 * An hour in which labels of one version became known.
 *
 * @param start epoch milliseconds
 */
record LabelHour(String model, String version, long start) {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** The hour of a label's own time, epoch milliseconds. */
    static LabelHour of(String model, String version, long timestamp) {
        return new LabelHour(model, version, Math.floorDiv(timestamp, HOUR) * HOUR);
    }

    /** What the keys of all lanes' parts begin with. */
    Keys prefix() {
        return Keys.of(model, version).number(start);
    }

    /** Reads what {@link #prefix} wrote. */
    static LabelHour read(byte[] key) {
        KeyParts parts = new KeyParts(key);
        return new LabelHour(parts.text(), parts.text(), parts.number());
    }
}
