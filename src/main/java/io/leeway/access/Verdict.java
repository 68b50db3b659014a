package io.leeway.access;

/** Whether somebody is let in. */
public sealed interface Verdict {
    /** With this token, yes. */
    record Admitted(Token token) implements Verdict {}

    /** No. */
    record Refused(Refusal why) implements Verdict {}
}
