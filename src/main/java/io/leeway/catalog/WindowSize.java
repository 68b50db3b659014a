package io.leeway.catalog;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
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
        return withinDay() ? shortStart(instant, zone) : longStart(instant, zone);
    }

    /** The end of the window that starts at {@code start}, which is the start of the next one. */
    public Instant endOf(Instant start, ZoneId zone) {
        if (withinDay()) {
            ZoneOffset offset = zone.getRules().getOffset(start);
            Instant end = aligned(start, offset).plus(duration);
            return change(zone, start).filter(end::isAfter).orElse(end);
        }
        LocalDateTime local = boundary(start.atZone(zone).toLocalDateTime());
        Instant end = instant(local, zone);
        while (!end.isAfter(start)) {
            local = next(local);
            end = instant(local, zone);
        }
        return end;
    }

    /** The start of the window that ends where one starts. */
    public Instant before(Instant start, ZoneId zone) {
        return startOf(start.minusMillis(1), zone);
    }

    /** Whether it is an hour or shorter: then clocks that change end a window and begin another. */
    private boolean withinDay() {
        return compareTo(HOUR) <= 0;
    }

    /** Where clocks change by half an hour, the window before or behind the change is shorter. */
    private Instant shortStart(Instant instant, ZoneId zone) {
        Instant start = aligned(instant, zone.getRules().getOffset(instant));
        return change(zone, start).filter(change -> !change.isAfter(instant)).orElse(start);
    }

    private Instant aligned(Instant instant, ZoneOffset offset) {
        long local = instant.getEpochSecond() + offset.getTotalSeconds();
        long seconds = duration.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(local, seconds) * seconds - offset.getTotalSeconds());
    }

    /** When clocks next change behind an instant. */
    private static Optional<Instant> change(ZoneId zone, Instant instant) {
        return Optional.ofNullable(zone.getRules().nextTransition(instant)).map(ZoneOffsetTransition::getInstant);
    }

    /** An instant of a day that clocks repeat after the next day had begun belongs to that next day. */
    private Instant longStart(Instant instant, ZoneId zone) {
        LocalDateTime local = boundary(instant.atZone(zone).toLocalDateTime());
        Instant next = instant(next(local), zone);
        return next.isAfter(instant) ? instant(local, zone) : next;
    }

    private LocalDateTime boundary(LocalDateTime local) {
        return switch (this) {
            case SIX_HOURS -> local.truncatedTo(ChronoUnit.HOURS).withHour(local.getHour() - local.getHour() % 6);
            case WEEK -> local.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> local.truncatedTo(ChronoUnit.DAYS);
        };
    }

    private LocalDateTime next(LocalDateTime boundary) {
        return boundary.plus(duration);
    }

    /** The first instant at which clocks show a time, or have passed it. */
    private static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        return gap != null && gap.isGap()
                ? gap.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
