package io.leeway;

/** How hard tests of chance try: as hard as fits a build, or {@code -Dleeway.effort=20} times as hard. */
public final class Effort {
    private static final int FACTOR = Math.max(1, Integer.getInteger("leeway.effort", 1));

    private Effort() {}

    /** How many attempts to make where {@code usual} ones are made in every build. */
    public static int times(int usual) {
        return Math.multiplyExact(usual, FACTOR);
    }
}
