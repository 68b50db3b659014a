package io.leeway.ingest;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The idempotency keys of a model's requests, oldest first, each with its arrival and the position it was answered with. */
final class IdempotencyKeys {
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** The position with which the request of that key was answered, if there was one. */
    Optional<Long> position(String key) {
        return Optional.ofNullable(seen.get(key)).map(Seen::position);
    }

    /** Remembers a key and forgets those that arrived before {@code horizon} (epoch milliseconds). */
    void add(String key, long arrival, long position, long horizon) {
        Iterator<Seen> oldest = seen.values().iterator();
        while (oldest.hasNext() && oldest.next().arrival() < horizon) {
            oldest.remove();
        }
        seen.put(key, new Seen(arrival, position));
    }

    void write(ByteWriter out) {
        out.count(seen.size());
        seen.forEach((key, it) -> out.text(key).whole(it.arrival()).count(it.position()));
    }

    static IdempotencyKeys read(ByteReader in) {
        IdempotencyKeys keys = new IdempotencyKeys();
        for (int left = in.length(); left > 0; left--) {
            keys.seen.put(in.text(), new Seen(in.whole(), in.count()));
        }
        return keys;
    }

    private record Seen(long arrival, long position) {}
}
