package io.leeway.notify;

import java.util.List;

/** What the reader of a mail can do by a link in it. The same letter has the same offers. */
@FunctionalInterface
public interface Offers {
    /** There is nothing that could be done. */
    Offers NONE = letter -> List.of();

    List<Offer> of(Letter letter);

    /**
     * One thing that can be done.
     *
     * @param words on the button
     * @param address of the page that asks whether it is meant
     */
    record Offer(String words, String address) {}
}
