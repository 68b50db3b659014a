package io.leeway.ingest;

import java.util.List;

/**
 * The log in which everything that is acknowledged stands first. Entries are numbered without gaps; the position of an
 * entry is its number. One writer.
 */
public interface Journal extends AutoCloseable {
    /** The position the next entry gets; entries before it are durable. */
    long end();

    /** The position of the oldest entry kept. */
    long start();

    /**
     * Appends entries in order; durable when it returns, also through the loss of power.
     *
     * @throws JournalException when they are not: none of them is read then, and once anything newer has been appended
     *     none of them ever will be; after a crash before that they may be there, all of one call or none
     */
    void append(List<byte[]> entries) throws JournalException;

    /**
     * After an append that failed: makes ready for the next one. It may be asked for at any time and again and again.
     *
     * @throws JournalException as long as the next one would fail too
     */
    void mend() throws JournalException;

    /** Shows the entries from {@code from} on, in order, up to the end as it was at the call. */
    void read(long from, Visitor visitor);

    /** Entries before {@code position} are no longer needed. */
    void forgetBefore(long position);

    @Override
    void close();

    /** Is shown the entries of the journal. */
    @FunctionalInterface
    interface Visitor {
        void visit(long position, byte[] entry);
    }
}
