package io.leeway.mail;

/** How far an attempt to deliver a mail came. */
enum Phase {
    CONNECTING,
    /** Sender and recipients are being named. */
    ENVELOPE,
    /** The mail is on its way. */
    DATA,
    /** The last dot has been sent; only the server's word is missing, so it may have the mail or not. */
    COMMITTING,
    /** The server has said that it takes responsibility. */
    ACCEPTED
}
