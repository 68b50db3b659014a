package io.leeway.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many windows of a model may alarm, while nothing changes, in a stretch of time: {@code 1 per 30d}. It is spread evenly
 * over all families of tests that end in it, one for each closed window and each reference it is compared with, whatever the
 * size of the window. Windows of single versions repeat those of all versions and are not counted apart.
 */
public record FalseAlarms(int count, Duration per) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}) per (\\S+)");

    /** As settings write it; empty when it is no such text. */
    public static Optional<FalseAlarms> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Durations.parse(matcher.group(2))
                        .map(per -> new FalseAlarms(Integer.parseInt(matcher.group(1)), per))
                        .filter(budget -> budget.count > 0 && !budget.per.isZero())
                : Optional.empty();
    }

    public String text() {
        return count + " per " + Durations.text(per);
    }

    /**
     * The share of families that may alarm.
     *
     * @param references how many references each window is compared with, at least 1
     * @return 1 or more where there are fewer families than alarms allowed
     */
    public double alpha(List<WindowSize> windows, int references) {
        double windowsInTime = windows.stream()
                .mapToDouble(size -> per.toMillis() / (double) size.duration().toMillis())
                .sum();
        return count / (windowsInTime * references);
    }
}
