package io.leeway.wire;

import io.leeway.ingest.Limit;
import io.leeway.ingest.Rejection.Reason;
import java.util.Optional;

/**
 * What is wrong with a field of the row in hand. The detail never holds a value.
 *
 * @param limit which limit the row is beyond, if it is one
 */
record Complaint(Reason reason, String detail, Optional<Limit> limit) {
    Complaint(Reason reason, String detail) {
        this(reason, detail, Optional.empty());
    }

    static Optional<Complaint> beyond(Limit limit, Reason reason, String detail) {
        return Optional.of(new Complaint(reason, detail, Optional.of(limit)));
    }
}
