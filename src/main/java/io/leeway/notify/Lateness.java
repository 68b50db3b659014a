package io.leeway.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a mail says of itself when it comes late. */
final class Lateness {
    /** A mail that is no later than that needs no excuse. */
    private static final Duration EXCUSED = Duration.ofMinutes(5);

    private static final int MOST_NAMED = 5;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Lateness() {}

    /** "This mail was delayed 3 h 15 min: …", and which mails it stands for; nothing for a mail that is in time. */
    static String note(Delivery delivery, Instant now) {
        Duration delay = Duration.between(delivery.since(), now);
        if (delivery.attempts() == 0 || delay.compareTo(EXCUSED) < 0) {
            return "";
        }
        return "This mail was delayed " + words(delay)
                + reason(delivery).map(it -> ": " + it).orElse("") + "."
                + standsFor(delivery.tries().standsFor());
    }

    /** "3 March 2026, 01:00 UTC". */
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static Optional<String> reason(Delivery delivery) {
        return delivery.recipients().values().stream()
                .map(Delivery.Recipient::note)
                .filter(note -> !note.isEmpty())
                .findFirst();
    }

    private static String standsFor(List<Tries.Instead> others) {
        if (others.isEmpty()) {
            return "";
        }
        String named = others.stream()
                .limit(MOST_NAMED)
                .map(each -> each.word() + " of " + MOMENT.format(each.decided()))
                .collect(Collectors.joining("; "));
        String more = others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "";
        return " It tells all that those said which could not be sent meanwhile: " + named + more + ".";
    }

    /** "3 h 15 min". */
    private static String words(Duration delay) {
        String minutes = delay.toMinutesPart() + " min";
        return delay.toHours() == 0 ? minutes : delay.toHours() + " h " + minutes;
    }
}
