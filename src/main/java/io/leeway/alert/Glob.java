package io.leeway.alert;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name in which {@code *} stands for any characters; nothing else is special. */
public record Glob(String text) {
    public boolean matches(String name) {
        return pattern().matcher(name).matches();
    }

    private Pattern pattern() {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
