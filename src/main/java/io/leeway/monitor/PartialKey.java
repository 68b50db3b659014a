package io.leeway.monitor;

import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import java.util.Comparator;

/**
 * A base window of one version.
 *
 * @param start epoch milliseconds
 */
record PartialKey(String model, String version, String segment, long start) {
    static final Comparator<PartialKey> BY_VERSION = Comparator.comparing(PartialKey::version)
            .thenComparing(PartialKey::segment)
            .thenComparingLong(PartialKey::start);

    /** The key of one lane's part. */
    byte[] bytes(int lane) {
        return prefix().number(lane).bytes();
    }

    /** What the keys of all lanes' parts begin with. */
    Keys prefix() {
        return Keys.of(model, version, segment).number(start);
    }

    /** The start in the key of any lane's part, epoch milliseconds. */
    static long start(byte[] key) {
        return read(new KeyParts(key)).start();
    }

    /** Reads what {@link #prefix} wrote. */
    static PartialKey read(KeyParts parts) {
        return new PartialKey(parts.text(), parts.text(), parts.text(), parts.number());
    }

    /** The same base window of a segment. */
    PartialKey of(String itsSegment) {
        return new PartialKey(model, version, itsSegment, start);
    }

    static PartialKey of(LaneModel model, String version, long start) {
        return new PartialKey(model.definition().name(), version, WindowKey.WHOLE, start);
    }
}
