package io.leeway.profile;

/** What is known of one column in a window. */
public sealed interface ColumnProfile permits NumericProfile, CategoricalProfile {
    /** Rows with a usable value. */
    long valid();

    /** Rows with a value of another kind than the column's. */
    long wrongType();

    /**
     * Rows without a value. It is the difference to all rows and not a count of its own, so that rows which came before
     * the column was first seen, or in a batch without it, are missing values too: in any order.
     *
     * @param rows of the whole profile
     */
    default long missing(long rows) {
        return rows - valid() - wrongType();
    }
}
