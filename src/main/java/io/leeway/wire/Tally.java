package io.leeway.wire;

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

    void rejected(Reason reason, String detail) {
        if (first.size() < Receipt.MOST_ERRORS) {
            first.add(new Rejection(received, reason, detail));
        }
        long unused = reasons.merge(reason, 1L, Long::sum);
        received++;
    }

    /** A rejected row of which nothing could be read. */
    void broken(Reason reason, String detail) {
        rejected(reason, detail);
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
                first,
                new RowOrigins(keptAt, kept),
                unknown,
                timed && kept > 0,
                nothingReadable());
    }

    private Optional<String> nothingReadable() {
        return received > 0 && broken == received
                ? Optional.of("No row could be read. The first: " + first.get(0).detail())
                : Optional.empty();
    }
}
