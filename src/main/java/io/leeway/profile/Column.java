package io.leeway.profile;

/** A column of a batch on its way into profiles. */
interface Column {
    /** Adds the first {@code count} of the rows named. */
    void add(Profile profile, int[] rows, int count);
}
