package io.leeway.yaml;

import io.leeway.text.Suggestion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A single value of a file: its text, whatever YAML takes it for, and its place. What cannot be read is told. */
public final class Text {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private final String file;
    private final ScalarNode node;
    private final Problems problems;

    Text(String file, ScalarNode node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    public String value() {
        return node.getValue();
    }

    /** Tells a problem with this value. */
    public void problem(String sentence) {
        problems.add(file, node, sentence);
    }

    /** Tells a problem some characters inside this value. */
    public void problem(int offset, String sentence) {
        problems.add(file, node, offset, sentence);
    }

    /** A whole number from {@code least} to {@code most}. */
    public OptionalLong whole(long least, long most) {
        if (value().matches("\\d{1,18}")) {
            long number = Long.parseLong(value());
            if (number >= least && number <= most) {
                return OptionalLong.of(number);
            }
        }
        problem("a whole number from " + least + " to " + most + " is needed, not " + value());
        return OptionalLong.empty();
    }

    /** A share from 0 to 1, or from 0% to 100%. */
    public OptionalDouble share() {
        String text = value();
        boolean percent = text.endsWith("%");
        String digits = percent ? text.substring(0, text.length() - 1) : text;
        if (digits.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            double share = Double.parseDouble(digits) / (percent ? 100 : 1);
            if (share <= 1) {
                return OptionalDouble.of(share);
            }
        }
        problem("a share from 0 to 1, or from 0% to 100%, is needed, not " + text);
        return OptionalDouble.empty();
    }

    /** A number above 0. */
    public OptionalDouble positive() {
        if (value().matches("\\d{1,9}(\\.\\d{1,9})?") && Double.parseDouble(value()) > 0) {
            return OptionalDouble.of(Double.parseDouble(value()));
        }
        problem("a number above 0 is needed, not " + value());
        return OptionalDouble.empty();
    }

    /** A duration such as {@code 500ms}, {@code 10s}, {@code 15m}, {@code 6h}, {@code 1d}. */
    public Optional<Duration> duration() {
        Matcher matcher = DURATION.matcher(value());
        if (!matcher.matches()) {
            problem("a duration such as 500ms, 10s, 15m, 6h or 1d is needed, not " + value());
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /** One of some values by its name. */
    public <T> Optional<T> oneOf(List<T> values, Function<T, String> name) {
        Optional<T> found =
                values.stream().filter(each -> name.apply(each).equals(value())).findFirst();
        if (found.isEmpty()) {
            problem(value() + " is unknown; "
                    + Suggestion.sentence(value(), values.stream().map(name).toList()));
        }
        return found;
    }
}
