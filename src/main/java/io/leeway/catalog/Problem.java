package io.leeway.catalog;

/**
 * Something wrong with settings.
 *
 * @param path where, for example {@code windows[1]} or {@code features.hour.kind}
 * @param sentence what is wrong and what to write instead
 */
public record Problem(String path, String sentence) {
    @Override
    public String toString() {
        return path + ": " + sentence;
    }
}
