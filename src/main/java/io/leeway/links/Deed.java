package io.leeway.links;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What the reader of a mail can do about its incident by a link. */
public enum Deed {
    /** Nobody is reminded and nobody else is called for a day. */
    ACKNOWLEDGE("ack", "Acknowledge", Duration.ofDays(1)),
    /** Nobody is told for two hours: long enough to repair a feed, short enough to be forgotten without harm. */
    SILENCE_SHORTLY("silence-2h", "Silence for 2 hours", Duration.ofHours(2)),
    /** Nobody is told until it is over. */
    SILENCE_UNTIL_OVER("silence", "Silence until it is over", Duration.ofDays(30));

    private final String word;
    private final String title;
    private final Duration longest;

    Deed(String word, String title, Duration longest) {
        this.word = word;
        this.title = title;
        this.longest = longest;
    }

    /** As it stands in a link. */
    String word() {
        return word;
    }

    /** As it stands on a button. */
    public String title() {
        return title;
    }

    /** After so long it ends by itself. */
    public Duration longest() {
        return longest;
    }

    static Optional<Deed> of(String word) {
        return Arrays.stream(values()).filter(deed -> deed.word.equals(word)).findFirst();
    }
}
