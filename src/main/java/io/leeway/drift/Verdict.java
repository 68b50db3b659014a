package io.leeway.drift;

/** What was found. */
public enum Verdict {
    STABLE,
    DRIFTED,
    /** Too little to compare: neither of the others is known. */
    UNDECIDED
}
