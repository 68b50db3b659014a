package io.leeway.memory;

import io.leeway.state.Store;

/** Walks over the entries of a segment, page by page. */
final class SegmentCursor {
    /** Behind all orders. */
    static final long ENDED = Long.MAX_VALUE;

    private static final byte[] NOTHING = {};

    private final Segment segment;
    private final Store store;
    private byte[] page = NOTHING;
    private int at;
    private int pagesRead;

    /** Stands on the first entry. */
    SegmentCursor(Segment segment, Store store) {
        this.segment = segment;
        this.store = store;
        turnPage();
    }

    /** Whether it stands behind the last entry. */
    boolean ended() {
        return at == page.length;
    }

    /** The page that holds the entry in hand. */
    byte[] page() {
        return page;
    }

    /** Where in its page the entry in hand begins. */
    int at() {
        return at;
    }

    /** The order of the entry in hand, or {@link #ENDED}. */
    long order() {
        return ended() ? ENDED : EntryBytes.order(page, at);
    }

    void next() {
        at = EntryBytes.end(page, at);
        if (ended()) {
            turnPage();
        }
    }

    private void turnPage() {
        page = pagesRead < segment.pages() ? segment.page(store, pagesRead++) : NOTHING;
        at = 0;
    }
}
