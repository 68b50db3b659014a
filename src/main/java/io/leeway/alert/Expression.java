package io.leeway.alert;

import java.util.Set;

/** A piece of the rule language: an {@link Amount} or a {@link Condition}. Total: every window gives an answer. */
public sealed interface Expression permits Amount, Condition {
    /** The figures it reads. */
    Set<String> figures();
}
