package io.leeway.notify;

import io.leeway.state.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mails about one incident that the same people still wait for, oldest first. They go in their order; different ones
 * do not wait for each other.
 */
record Waiting(List<Delivery> mails) {
    private static final byte[] FIRST = new byte[0];
    /** Keys are texts, and no text begins with this byte in UTF-8. */
    private static final byte[] BEHIND_ALL = {(byte) 0xFF};

    /** Who could be tried longest ago comes first, so that nobody is starved by one whose server always fails. */
    private static final Comparator<Waiting> FAIRLY = Comparator.<Waiting, Instant>comparing(
                    each -> each.first().next())
            .thenComparing(each -> each.first().decided())
            .thenComparing(each -> each.first().key().incident())
            .thenComparing(each -> each.first().key().number());

    Waiting {
        mails = List.copyOf(mails);
    }

    /** Everything that is queued. */
    static List<Waiting> all(Store store) {
        Map<List<?>, List<Delivery>> together = new LinkedHashMap<>();
        store.scan(Tables.QUEUE, FIRST, BEHIND_ALL, (key, value) -> {
            store.get(Tables.DELIVERIES, key)
                    .map(Delivery::read)
                    .ifPresent(each -> together.computeIfAbsent(audience(each), unused -> new ArrayList<>())
                            .add(each));
            return true;
        });
        return together.values().stream().map(Waiting::new).sorted(FAIRLY).toList();
    }

    Delivery first() {
        return mails.get(0);
    }

    /** Whether the last tells all there is to tell: nobody can have the others, and they could not be sent. */
    boolean lastTellsAll() {
        return mails.size() > 1
                && first().attempts() > 0
                && mails.stream().noneMatch(each -> each.tries().fixed());
    }

    private static List<?> audience(Delivery delivery) {
        return List.of(delivery.key().incident(), delivery.recipients().keySet());
    }
}
