package io.leeway.sequential;

/** What a stream's values are held against: where they stood on the reference, or where they have stood so far. */
public enum Centre {
    /** 0, the mean of a stream that was standardised by a reference. */
    REFERENCE,
    /** The mean of all steps so far, this one included. */
    RUNNING
}
