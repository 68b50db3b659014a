package io.leeway.wire;

import io.leeway.ingest.Limit;
import io.leeway.ingest.Receipt;
import io.leeway.ingest.Rejection;
import io.leeway.ingest.Rejection.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what became of each row of a request: received = kept + rejected. */
final class Tally {
    private final List<Rejection> first = new ArrayList<>();
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final Map<Limit, Long> beyond = new EnumMap<>(Limit.class);
    private int[] keptAt = new int[16];
    private int kept;
    private int received;
    private long broken;
    private long unknown;

    void kept() {
        if (kept == keptAt.length) {
            keptAt = Arrays.copyOf(keptAt, kept * 2);
        }
        keptAt[kept++] = received++;
    }

    void rejected(Complaint complaint) {
        if (first.size() < Receipt.MOST_ERRORS) {
            first.add(new Rejection(received, complaint.reason(), complaint.detail()));
        }
        count(reasons, complaint.reason());
        complaint.limit().ifPresent(limit -> count(beyond, limit));
        received++;
    }

    /** A rejected row of which nothing could be read. */
    void broken(Reason reason, String detail) {
        Optional<Limit> limit = reason == Reason.TOO_LARGE ? Optional.of(Limit.ROW_BYTES) : Optional.empty();
        rejected(new Complaint(reason, detail, limit));
        broken++;
    }

    void unknown() {
        unknown++;
    }

    int received() {
        return received;
    }

    <T> Decoded<T> decoded(T rows, boolean timed) {
        return new Decoded<>(
                rows,
                received,
                received - kept,
                reasons,
                beyond,
                first,
                new RowOrigins(keptAt, kept),
                unknown,
                timed && kept > 0,
                nothingReadable());
    }

    private static <K> void count(Map<K, Long> counts, K key) {
        long unused = counts.merge(key, 1L, Long::sum);
    }

    private Optional<String> nothingReadable() {
        return received > 0 && broken == received
                ? Optional.of("No row could be read. The first: " + first.get(0).detail())
                : Optional.empty();
    }
}
