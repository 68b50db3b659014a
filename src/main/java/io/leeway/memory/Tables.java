package io.leeway.memory;

import io.leeway.state.Keys;
import io.leeway.state.Table;
import java.util.List;

/** The tables of what is remembered, with their keys (see {@link Keys}). */
public final class Tables {
    /** (lane, number): entries put in one commit, in the order in which they were put. */
    static final Table RECENT = new Table("memory-recent");
    /** (bucket, segment): a {@link Segment}. */
    static final Table SEGMENTS = new Table("memory-segments");
    /** (bucket, segment): its {@link Places}. */
    static final Table PLACES = new Table("memory-places");
    /** (bucket, segment, page): entries in order. */
    static final Table PAGES = new Table("memory-pages");

    /** (bucket): something is to be erased there. */
    static final Table ERASURES = new Table("memory-erasures");

    private Tables() {}

    /** All of them, for whoever opens the store. */
    public static List<Table> all() {
        return List.of(RECENT, SEGMENTS, PLACES, PAGES, ERASURES);
    }

    static byte[] key(long... numbers) {
        Keys key = Keys.of();
        for (long number : numbers) {
            key.number(number);
        }
        return key.bytes();
    }
}
