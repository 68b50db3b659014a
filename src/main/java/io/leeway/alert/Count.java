package io.leeway.alert;

/**
 * How often something must be seen: in {@code breaches} of the last {@code of} windows that have a verdict. Windows
 * without one do not count, but at most {@code 2 * of} windows are looked at.
 */
public record Count(int breaches, int of) {
    public static final Count ONCE = new Count(1, 1);

    /** More windows than a year of days has are not looked at. */
    public static final int MOST = 400;

    public Count {
        if (breaches < 1 || breaches > of || of > MOST) {
            throw new IllegalArgumentException("breaches is at least 1, at most 'of', which is at most " + MOST
                    + ": not " + breaches + " of " + of);
        }
    }
}
