package io.leeway.estimate;

/**
 * A class that was predicted.
 *
 * @param confidence which twentieth of the scale from 0 to 1 the probability of that class lies in, from 0
 */
public record Call(String predicted, int confidence) {
    /** How many parts there are. */
    public static final int PARTS = 20;
}
