package io.leeway.event;

/** How values compare as categories: by text, so that 1, 1.0 and "1" are one category. */
public final class Categories {
    /** Beyond 2^53 a double no longer tells whole numbers apart. */
    private static final double WHOLE = 9_007_199_254_740_992.0;

    private Categories() {}

    /** The category a number stands for: {@code 1.0} is {@code 1}, {@code 0.5} is {@code 0.5}, {@code -0.0} is {@code 0}. */
    public static String of(double number) {
        if (number == Math.rint(number) && Math.abs(number) <= WHOLE) {
            return Long.toString((long) number);
        }
        return Double.toString(number);
    }

    /** The category a text stands for: itself, but Python's {@code True} and {@code False} are {@code true}, {@code false}. */
    public static String of(String text) {
        return switch (text) {
            case "True" -> "true";
            case "False" -> "false";
            default -> text;
        };
    }
}
