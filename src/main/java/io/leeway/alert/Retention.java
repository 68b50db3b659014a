package io.leeway.alert;

import java.time.Instant;

/** A change of what must be remembered of the windows so that the book can be opened again. */
public sealed interface Retention {
    /** The rule whose memory it is. */
    String rule();

    /** Remember a window, instead of an older revision of it. */
    record Keep(String rule, Observation window) implements Retention {}

    /** Forget a window. */
    record Forget(String rule, Tags tags, Instant end) implements Retention {}

    /** Remember where an instance stood behind the windows that are forgotten. */
    record Rebase(String rule, Tags instance, Base base) implements Retention {}

    /** Remember where an instance stands behind its newest window. */
    record Stand(String rule, Tags instance, Head head) implements Retention {}

    /**
     * Forget where all instances of a rule stand and stood, and remember by which words of the rule those are judged that
     * follow.
     */
    record Judged(String rule, String words) implements Retention {}

    /** Forget where all instances of a rule that is gone stand: when it comes back, its windows are judged anew. */
    record Unjudged(String rule) implements Retention {}
}
