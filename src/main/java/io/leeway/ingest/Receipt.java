package io.leeway.ingest;

import java.util.List;

/**
 * What became of a request's rows: received = accepted + rejected. Accepted rows are durable.
 *
 * @param errors the first {@link #MOST_ERRORS} rejections
 * @param position the journal position behind the request: a reader that has seen it has seen all its rows
 */
public record Receipt(long received, long accepted, long rejected, List<Rejection> errors, long position) {
    public static final int MOST_ERRORS = 100;

    public Receipt {
        errors = List.copyOf(errors);
        if (received != accepted + rejected) {
            throw new IllegalArgumentException(
                    received + " rows received, " + accepted + " + " + rejected + " answered");
        }
    }
}
