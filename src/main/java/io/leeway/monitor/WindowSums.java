package io.leeway.monitor;

import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Any window of a model as the sum of partials: of all lanes, of its base windows, and for all versions of each version. */
final class WindowSums {
    private final Store store;
    private final Collection<String> versions;

    /** The windows of a model with these versions. */
    WindowSums(Store store, Collection<String> versions) {
        this.store = store;
        this.versions = versions;
    }

    /** The sum of a window. */
    Partial sum(WindowKey key, Instant end) {
        Partial sum = new Partial();
        for (String version : key.version().equals(WindowKey.ALL_VERSIONS) ? versions : List.of(key.version())) {
            store.scan(Tables.PARTIALS, bound(key, version, key.start()), bound(key, version, end), (at, bytes) -> {
                sum.merge(Partial.read(bytes));
                return true;
            });
        }
        return sum;
    }

    /** Whether any row of any version fell into [from, to). */
    boolean anyRows(WindowKey key, Instant from, Instant to) {
        boolean[] found = new boolean[1];
        for (String version : versions) {
            store.scan(Tables.PARTIALS, bound(key, version, from), bound(key, version, to), (at, bytes) -> {
                found[0] = true;
                return false;
            });
        }
        return found[0];
    }

    private static byte[] bound(WindowKey key, String version, Instant at) {
        return Keys.of(key.model(), version, key.segment())
                .number(at.toEpochMilli())
                .bytes();
    }
}
