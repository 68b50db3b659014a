package io.leeway.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a figure is written in a title: {@code {accuracy|percent}}. */
enum TitleFilter {
    /** Four digits. */
    PLAIN(""),
    /** A share as per cent. */
    PERCENT("percent"),
    /** Seconds as days, hours and minutes. */
    DURATION("duration"),
    /** How many times as much. */
    FACTOR("factor");

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final String text;

    TitleFilter(String text) {
        this.text = text;
    }

    static Optional<TitleFilter> of(String text) {
        return Arrays.stream(values())
                .filter(filter -> filter.text.equals(text))
                .findFirst();
    }

    /** What may stand behind the stroke. */
    static List<String> names() {
        return Arrays.stream(values())
                .map(filter -> filter.text)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    String write(double value) {
        return switch (this) {
            case PLAIN -> String.format(Locale.ROOT, "%.4g", value);
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", value * 100);
            case DURATION -> duration(Math.round(value));
            case FACTOR -> String.format(Locale.ROOT, "%.1f times", value);
        };
    }

    private static String duration(long seconds) {
        if (seconds >= DAY) {
            return seconds / DAY + " d " + seconds % DAY / HOUR + " h";
        }
        return seconds >= HOUR ? seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min" : seconds / MINUTE + " min";
    }
}
