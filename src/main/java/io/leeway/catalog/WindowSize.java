package io.leeway.catalog;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sizes a window may have. Windows are half-open in event time and aligned to the model's zone: to the start of the
 * day, weeks to Monday. Each size divides the next.
 */
public enum WindowSize {
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    QUARTER_HOUR("15m", Duration.ofMinutes(15)),
    HOUR("1h", Duration.ofHours(1)),
    SIX_HOURS("6h", Duration.ofHours(6)),
    DAY("1d", Duration.ofDays(1)),
    WEEK("7d", Duration.ofDays(7));

    private final String text;
    private final Duration duration;

    WindowSize(String text, Duration duration) {
        this.text = text;
        this.duration = duration;
    }

    /** As in settings, reports and tags: {@code 1h}. */
    public String text() {
        return text;
    }

    /** The nominal length: a day on which clocks change is an hour longer or shorter. */
    public Duration duration() {
        return duration;
    }

    /** The size written so, if there is one. */
    public static Optional<WindowSize> of(String text) {
        return Arrays.stream(values()).filter(size -> size.text.equals(text)).findFirst();
    }

    /** The start of the window that holds an instant. */
    public Instant startOf(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return switch (this) {
            case FIVE_MINUTES -> minutes(local, 5).toInstant();
            case QUARTER_HOUR -> minutes(local, 15).toInstant();
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case SIX_HOURS ->
                local.truncatedTo(ChronoUnit.HOURS)
                        .withHour(local.getHour() - local.getHour() % 6)
                        .toInstant();
            case DAY -> local.toLocalDate().atStartOfDay(zone).toInstant();
            case WEEK ->
                local.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
        };
    }

    /** The end of the window that starts at {@code start}, which is the start of the next one. */
    public Instant endOf(Instant start, ZoneId zone) {
        return switch (this) {
            case FIVE_MINUTES, QUARTER_HOUR, HOUR -> start.plus(duration);
            case SIX_HOURS -> startOf(start.plus(duration).plus(Duration.ofHours(2)), zone);
            case DAY ->
                start.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case WEEK ->
                start.atZone(zone).toLocalDate().plusDays(7).atStartOfDay(zone).toInstant();
        };
    }

    private static ZonedDateTime minutes(ZonedDateTime local, int step) {
        return local.truncatedTo(ChronoUnit.HOURS).withMinute(local.getMinute() - local.getMinute() % step);
    }
}
