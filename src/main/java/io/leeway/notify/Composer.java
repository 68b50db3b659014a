package io.leeway.notify;

/** Makes the final bytes of a mail. The same letter gives the same bytes. */
@FunctionalInterface
public interface Composer {
    Composed compose(Letter letter);

    /**
     * A mail, ready to be sent.
     *
     * @param text its plain text, for the page
     * @param bytes RFC 5322
     */
    record Composed(String subject, String text, byte[] bytes) {}
}
