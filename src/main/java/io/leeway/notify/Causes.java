package io.leeway.notify;

import io.leeway.alert.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the data say of the likely cause of an incident. Every sentence is a hint, none a verdict. */
public final class Causes {
    /** By how much a factor may miss a known one: means of a window are not exact. */
    private static final double CLOSE = 0.05;
    /** Missing values are a cause when there are so many more of them than on the baseline. */
    private static final double MANY_MORE = 0.2;
    /** So many members at once have one cause rather than several. */
    private static final int MANY = 3;

    private static final Map<Double, String> FACTORS = Map.ofEntries(
            Map.entry(1.609344, "kilometres in place of miles"),
            Map.entry(1 / 1.609344, "miles in place of kilometres"),
            Map.entry(2.204623, "pounds in place of kilograms"),
            Map.entry(1 / 2.204623, "kilograms in place of pounds"),
            Map.entry(3.28084, "feet in place of metres"),
            Map.entry(0.3048, "metres in place of feet"),
            Map.entry(60.0, "minutes in place of hours, or seconds in place of minutes"),
            Map.entry(1 / 60.0, "hours in place of minutes, or minutes in place of seconds"),
            Map.entry(100.0, "cents or percent in place of whole ones"),
            Map.entry(0.01, "whole ones in place of cents or percent"),
            Map.entry(1000.0, "thousandths in place of whole ones"),
            Map.entry(0.001, "thousands in place of whole ones"));

    private Causes() {}

    /** Sentences, the strongest hint first; none where nothing stands out. */
    public static List<String> of(Incident incident, Optional<Exhibit> exhibit) {
        List<String> causes = new ArrayList<>();
        exhibit.flatMap(Causes::unit).ifPresent(causes::add);
        exhibit.flatMap(Causes::missing).ifPresent(causes::add);
        together(incident).ifPresent(causes::add);
        exhibit.map(Exhibit::causes).ifPresent(causes::addAll);
        return causes;
    }

    /** Mean and spread have grown by the same factor, and the factor is one between units. */
    private static Optional<String> unit(Exhibit exhibit) {
        double mean = ratio(exhibit, "mean");
        double spread = ratio(exhibit, "std");
        return FACTORS.entrySet().stream()
                .filter(factor -> close(mean, factor.getKey()) && close(spread, factor.getKey()))
                .findFirst()
                .map(factor -> "Mean and spread of " + exhibit.member() + " are both about " + rounded(mean)
                        + " times those of the baseline, as with " + factor.getValue() + ".");
    }

    private static Optional<String> missing(Exhibit exhibit) {
        double now = exhibit.figures().getOrDefault("missing_rate", 0.0);
        double before = exhibit.figures().getOrDefault("baseline.missing_rate", 0.0);
        return now - before < MANY_MORE
                ? Optional.empty()
                : Optional.of("Values of " + exhibit.member() + " stopped arriving: " + percent(now) + " are missing, "
                        + percent(before) + " on the baseline. A source or a join failed.");
    }

    private static Optional<String> together(Incident incident) {
        int firing = incident.span().members().size();
        return firing < MANY || firing * 2 < incident.watched()
                ? Optional.empty()
                : Optional.of(firing + " of " + incident.watched()
                        + " moved at once, which points to what they share: the feed, or the population.");
    }

    private static double ratio(Exhibit exhibit, String figure) {
        double before = exhibit.figures().getOrDefault("baseline." + figure, Double.NaN);
        return exhibit.figures().getOrDefault(figure, Double.NaN) / before;
    }

    private static boolean close(double ratio, double factor) {
        return Math.abs(ratio / factor - 1) < CLOSE;
    }

    private static String rounded(double ratio) {
        return ratio >= 10 || ratio < 0.1
                ? String.format(Locale.ROOT, "%.4g", ratio)
                : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
