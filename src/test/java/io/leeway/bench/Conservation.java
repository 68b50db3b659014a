package io.leeway.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** A service that loses rows is fast: nothing counts unless the service's totals are what was posted. */
final class Conservation {
    private Conservation() {}

    /**
     * Holds totals against posts of one model.
     *
     * @param phases all since the service was fresh
     */
    static void check(JsonObject totals, Traffic traffic, List<Phase> phases) {
        long accepted = phases.stream().mapToLong(Phase::rows).sum();
        long posted = phases.stream().mapToLong(Phase::posts).sum() * traffic.rows();
        long different = phases.get(phases.size() - 1).different() * traffic.rows();
        boolean kept = totals.getLong("accepted") == posted
                && accepted == posted
                && totals.getLong("counted") == different
                && totals.getLong("duplicates") == posted - different;
        if (!kept) {
            throw new IllegalStateException("%d rows posted, %d of them different, %d accepted, but the service says %s"
                    .formatted(posted, different, accepted, totals));
        }
    }
}
