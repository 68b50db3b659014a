package io.leeway.text;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a name must look like: a {@link Glob}, or, behind a {@code ~}, a regular expression that the whole name must match.
 * A match of a regular expression that takes too many steps counts as none, so that no expression can hold anybody up.
 *
 * @param written as in a file or a request
 */
public record NamePattern(String written) {
    private static final char EXPRESSION = '~';

    /**
     * What is written so.
     *
     * @throws IllegalArgumentException with a sentence, if it is no regular expression
     */
    public NamePattern {
        if (!written.isEmpty() && written.charAt(0) == EXPRESSION) {
            try {
                Pattern unused = Pattern.compile(written.substring(1));
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        written + " is no regular expression: " + e.getDescription() + " at " + e.getIndex(), e);
            }
        }
    }

    public boolean matches(String name) {
        if (written.isEmpty() || written.charAt(0) != EXPRESSION) {
            return new Glob(written).matches(name);
        }
        try {
            return Pattern.matches(written.substring(1), new Patient(name));
        } catch (TooManySteps e) {
            return false;
        }
    }

    /** A text that can be looked at so often and no more. */
    private static final class Patient implements CharSequence {
        /** A sensible expression on a name of 256 characters looks at a few thousand. */
        private static final int STEPS = 200_000;

        private final CharSequence text;
        private final int[] left;

        Patient(String text) {
            this(text, new int[] {STEPS});
        }

        private Patient(CharSequence text, int[] left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Patient(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
