package io.leeway.notify;

/** Makes the final bytes of a mail. The same letter gives the same bytes. */
public interface Composer {
    /** The mail about one incident. */
    Composed compose(Letter letter);

    /** The mail about several incidents at once. */
    Composed compose(Roundup roundup);

    /**
     * A mail, ready to be sent.
     *
     * @param text its plain text, for the page
     * @param bytes RFC 5322
     */
    record Composed(String subject, String text, byte[] bytes) {}
}
