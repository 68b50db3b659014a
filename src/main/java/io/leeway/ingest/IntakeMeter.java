package io.leeway.ingest;

import java.util.function.LongSupplier;

/**
 * Counts what senders are told. Of every request that is answered, received = accepted + rejected; rows of requests that
 * were refused as a whole are in none of them. Safe for several threads.
 */
public interface IntakeMeter {
    /** Rows of predictions and labels in requests that were answered. */
    void received(long rows);

    /** Rows that are durable. */
    void accepted(long rows);

    void rejected(Rejection.Reason reason, long rows);

    /** A request was put off because too much is in hand. */
    void busy();

    /** Top-level fields of rows that mean nothing here, for example misspelt ones. */
    void ignored(long fields);

    /** Where to look up how many bytes of bodies are held that are not answered yet. */
    void holding(LongSupplier bytes);

    /** So many rows, requests or connections were beyond a limit. */
    void beyond(Limit limit, long times);
}
