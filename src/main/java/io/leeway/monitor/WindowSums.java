package io.leeway.monitor;

import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    /** The start of the first base window in [from, to) into which a row of any version fell. */
    Optional<Instant> firstRows(String model, Instant from, Instant to) {
        Optional<Instant> first = Optional.empty();
        for (String version : versions) {
            Optional<Instant> found = firstRows(key(model, version, from), key(model, version, to));
            first = first.filter(it -> found.isEmpty() || it.isBefore(found.get()))
                    .or(() -> found);
        }
        return first;
    }

    private Optional<Instant> firstRows(byte[] from, byte[] to) {
        List<Instant> found = new ArrayList<>(1);
        store.scan(Tables.PARTIALS, from, to, (at, bytes) -> {
            found.add(Instant.ofEpochMilli(PartialKey.start(at)));
            return false;
        });
        return found.stream().findFirst();
    }

    private static byte[] key(String model, String version, Instant at) {
        return Keys.of(model, version, WindowKey.WHOLE)
                .number(at.toEpochMilli())
                .bytes();
    }

    private static byte[] bound(WindowKey key, String version, Instant at) {
        return Keys.of(key.model(), version, key.segment())
                .number(at.toEpochMilli())
                .bytes();
    }
}
