package io.leeway.rehearsal;

/**
 * Something that is not as claimed.
 *
 * @param place of the claim, {@code file:line:column}
 * @param sentence what is so instead
 */
public record Difference(String place, String sentence) {
    @Override
    public String toString() {
        return place + ": " + sentence;
    }
}
