package io.leeway.mail;

import io.leeway.notify.Exhibit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/** What stands in and behind a picture. */
final class PictureWords {
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private PictureWords() {}

    static String courseTitle(Exhibit exhibit) {
        return Words.figure(exhibit.figure()) + " of " + Clean.line(exhibit.member()) + " over time";
    }

    static String barsTitle(String member) {
        return "Values of " + Clean.line(member);
    }

    static String axis(String figure, double value) {
        return Words.value(figure, Math.round(value * 1e6) / 1e6).replaceFirst("\\.0 %", " %");
    }

    static String date(Instant instant) {
        return SHORT.format(instant);
    }

    static String longDate(Instant instant) {
        return LONG.format(instant);
    }

    /** The numbers that matter, for whoever does not see the picture. */
    static String alt(Exhibit exhibit) {
        Exhibit.Dot first = exhibit.course().get(0);
        Exhibit.Dot last = exhibit.course().get(exhibit.course().size() - 1);
        Exhibit.Dot most = exhibit.course().stream()
                .max(Comparator.comparingDouble(Exhibit.Dot::value))
                .orElse(last);
        long beyond = exhibit.course().stream().filter(Exhibit.Dot::beyond).count();
        return courseTitle(exhibit) + ", " + longDate(first.start()) + " to " + longDate(last.start()) + ": at most "
                + Words.value(exhibit.figure(), most.value()) + " on " + longDate(most.start()) + " with a limit of "
                + Words.value(exhibit.figure(), most.limit()) + ", at last "
                + Words.value(exhibit.figure(), last.value()) + "; " + beyond + " of "
                + exhibit.course().size() + " windows beyond the limit."
                + exhibit.bars()
                        .map(bars -> " Below: the values of " + longDate(bars.window()) + " against the baseline.")
                        .orElse("");
    }
}
