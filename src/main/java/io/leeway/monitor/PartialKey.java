package io.leeway.monitor;

import io.leeway.state.Keys;

/**
 * A base window of one version.
 *
 * @param start epoch milliseconds
 */
record PartialKey(String model, String version, String segment, long start) {
    /** The key of one lane's part. */
    byte[] bytes(int lane) {
        return prefix().number(lane).bytes();
    }

    /** What the keys of all lanes' parts begin with. */
    Keys prefix() {
        return Keys.of(model, version, segment).number(start);
    }

    static PartialKey of(LaneModel model, String version, long start) {
        return new PartialKey(model.definition().name(), version, WindowKey.WHOLE, start);
    }
}
