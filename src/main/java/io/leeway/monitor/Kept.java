package io.leeway.monitor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What was used last, as much of it as a total weight allows. One thread. */
final class Kept<K, V> {
    private final long most;
    private final Map<K, Weighed<V>> all = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    Kept(long most) {
        this.most = most;
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(all.get(key)).map(Weighed::value);
    }

    /** Keeps a value in place of an older one; what was not used for longest goes, itself if it is too heavy alone. */
    void put(K key, V value, long itsWeight) {
        Optional<Weighed<V>> older = Optional.ofNullable(all.put(key, new Weighed<>(value, itsWeight)));
        weight += itsWeight - older.map(Weighed::weight).orElse(0L);
        Iterator<Weighed<V>> eldest = all.values().iterator();
        while (weight > most) {
            weight -= eldest.next().weight();
            eldest.remove();
        }
    }

    void removeIf(BiPredicate<K, V> unwanted) {
        all.entrySet().removeIf(entry -> {
            boolean goes = unwanted.test(entry.getKey(), entry.getValue().value());
            weight -= goes ? entry.getValue().weight() : 0;
            return goes;
        });
    }

    private record Weighed<V>(V value, long weight) {}
}
