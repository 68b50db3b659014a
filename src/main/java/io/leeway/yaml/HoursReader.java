package io.leeway.yaml;

import io.leeway.routing.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code {days: mon-fri, from: "08:00", to: "18:00", zone: Europe/Berlin, outside: hold}}. */
final class HoursReader {
    private static final int DAYS = 7;
    private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());

    private HoursReader() {}

    static Optional<Hours> hours(Section section, ZoneId usual) {
        section.only("days", "from", "to", "zone", "outside");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        section.texts("days").forEach(text -> days.addAll(days(text)));
        Optional<LocalTime> from = section.needed("from").flatMap(HoursReader::time);
        Optional<LocalTime> to = section.needed("to").flatMap(HoursReader::time);
        Optional<Hours.Outside> outside = section.needed("outside")
                .flatMap(text -> text.oneOf(
                        Arrays.asList(Hours.Outside.values()),
                        each -> each.name().toLowerCase(Locale.ROOT)));
        ZoneId zone = section.text("zone").flatMap(HoursReader::zone).orElse(usual);
        if (section.texts("days").isEmpty()) {
            section.problem("days", "hours need days, such as mon-fri or [sat, sun]");
        }
        return days.isEmpty() || from.isEmpty() || to.isEmpty() || outside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hours(days, from.get(), to.get(), zone, outside.get()));
    }

    /** A time of day; 24:00 is the midnight at its end. */
    static Optional<LocalTime> time(Text text) {
        if (text.value().matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            return Optional.of(LocalTime.parse(text.value()));
        }
        if (text.value().equals("24:00")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        text.problem("a time of day in quotes, such as \"08:00\", is needed, not " + text.value());
        return Optional.empty();
    }

    static Optional<ZoneId> zone(Text text) {
        try {
            return Optional.of(ZoneId.of(text.value()));
        } catch (DateTimeException e) {
            text.problem("a time zone such as Europe/Berlin or UTC is needed, not " + text.value());
            return Optional.empty();
        }
    }

    /** {@code mon}, or {@code mon-fri}, or {@code sat-mon}. */
    private static Set<DayOfWeek> days(Text text) {
        String[] ends = text.value().split("-", -1);
        List<DayOfWeek> found =
                Arrays.stream(ends).flatMap(end -> day(end).stream()).toList();
        if (found.size() != ends.length || ends.length > 2) {
            text.problem("days are written mon, tue, wed, thu, fri, sat, sun or as mon-fri, not " + text.value());
            return Set.of();
        }
        Set<DayOfWeek> days = EnumSet.of(found.get(0));
        DayOfWeek last = found.get(found.size() - 1);
        for (int i = 0; i < DAYS && !days.contains(last); i++) {
            days.add(found.get(0).plus(i + 1L));
        }
        return days;
    }

    private static Optional<DayOfWeek> day(String text) {
        return WEEK.stream()
                .filter(day ->
                        day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
