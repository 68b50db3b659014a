package io.leeway.rehearsal;

import io.leeway.yaml.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instants as a script writes them: {@code 6d1h} behind its start, or in full.
 *
 * @param start when its clock begins
 */
public record Times(Instant start) {
    private static final Pattern SPAN =
            Pattern.compile("\\+?(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");

    /** An instant; what cannot be read is told. */
    Optional<Instant> instant(Text text) {
        return text.value().contains("T") ? full(text) : span(text).map(start::plus);
    }

    /** {@code 2026-03-02T00:00:00Z}; what cannot be read is told. */
    static Optional<Instant> full(Text text) {
        try {
            return Optional.of(Instant.parse(text.value()));
        } catch (DateTimeParseException e) {
            text.problem("an instant such as 2026-03-02T00:00:00Z is needed, not " + text.value());
            return Optional.empty();
        }
    }

    /** A duration such as {@code 6d1h} or {@code +10m}; what cannot be read is told. */
    static Optional<Duration> span(Text text) {
        Matcher parts = SPAN.matcher(text.value());
        if (!text.value().matches(".*\\d.*") || !parts.matches()) {
            text.problem("a duration such as 6d1h or +10m is needed, not " + text.value());
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(number(parts.group(1)))
                .plusHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusSeconds(number(parts.group(4))));
    }

    /** "6d1h". */
    public String text(Instant instant) {
        Duration span = Duration.between(start, instant);
        String text = part(span.toDays(), "d")
                + part(span.toHoursPart(), "h")
                + part(span.toMinutesPart(), "m")
                + part(span.toSecondsPart(), "s");
        return text.isEmpty() ? "0m" : text;
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
