package io.leeway.yaml;

/**
 * Something in a file that cannot be understood.
 *
 * @param line from 1
 * @param column from 1
 * @param sentence what is wrong and what to write instead
 */
public record YamlProblem(String file, int line, int column, String sentence) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + sentence;
    }
}
