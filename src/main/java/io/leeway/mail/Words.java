package io.leeway.mail;

import io.leeway.alert.Evidence;
import io.leeway.alert.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Figures and times as a person reads them. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("psi_test", "PSI"),
            Map.entry("drift_score", "drift score"),
            Map.entry("ks", "KS distance"),
            Map.entry("wasserstein_norm", "Wasserstein distance in standard deviations"),
            Map.entry("linf", "largest change of a category's share"),
            Map.entry("missing_rate", "missing"),
            Map.entry("wrong_type_rate", "wrong type"),
            Map.entry("out_of_range_rate", "out of range"),
            Map.entry("new_category_rate", "new categories"),
            Map.entry("label_coverage", "rows with a label"),
            Map.entry("roc_auc", "ROC AUC"),
            Map.entry("ndcg_10", "NDCG of the first ten"),
            Map.entry("map_10", "MAP of the first ten"),
            Map.entry("mrr", "mean reciprocal rank"),
            Map.entry("hit_rate_10", "hit rate of the first ten"),
            Map.entry("avg_precision", "average precision"),
            Map.entry("mae", "mean absolute error"),
            Map.entry("rmse", "root mean squared error"),
            Map.entry("n", "rows"));
    private static final List<String> SHARES = List.of("accuracy", "precision", "recall", "rate", "share", "coverage");

    private Words() {}

    /** The name of a figure. */
    static String figure(String name) {
        if (name.startsWith("baseline.")) {
            return figure(name.substring("baseline.".length())) + " of the baseline";
        }
        if (name.endsWith("_low") || name.endsWith("_high")) {
            String end = name.endsWith("_low") ? "lower" : "upper";
            return figure(name.substring(0, name.lastIndexOf('_'))) + " (" + end + " end of its interval)";
        }
        return FIGURES.getOrDefault(name, name.replace('_', ' '));
    }

    /** The value of a figure: shares in percent, others with three digits. */
    static String value(String figure, double value) {
        String bare = figure.replace("_low", "").replace("_high", "");
        if (SHARES.stream().anyMatch(bare::endsWith) && !bare.equals("avg_precision")) {
            return String.format(Locale.ROOT, "%.1f %%", value * 100);
        }
        return number(value);
    }

    /** "PSI 0.332, limit 0.171". */
    static String evidence(Evidence evidence) {
        return figure(evidence.what()) + " " + value(evidence.what(), evidence.value()) + ", limit "
                + value(evidence.what(), evidence.limit());
    }

    /** A figure with what it was on the baseline, if it has a value. */
    static Optional<String> figure(String name, Finding finding) {
        return Optional.ofNullable(finding.figures().get(name)).map(value -> {
            String told = figure(name) + " " + value(name, value);
            return Optional.ofNullable(finding.figures().get("baseline." + name))
                    .map(baseline -> told + " (baseline " + value(name, baseline) + ")")
                    .orElse(told);
        });
    }

    /** "21 May 2001" for a day, both ends for anything else; always UTC. */
    static String window(Instant start, Instant end) {
        ZonedDateTime from = start.atZone(ZoneOffset.UTC);
        boolean days = from.toLocalTime().equals(LocalTime.MIDNIGHT)
                && Duration.between(start, end).toSeconds() % 86_400 == 0;
        if (!days) {
            return moment(start) + " to " + moment(end);
        }
        ZonedDateTime last = end.atZone(ZoneOffset.UTC).minusDays(1);
        return last.equals(from) ? DAY.format(from) : DAY.format(from) + " to " + DAY.format(last);
    }

    /** "21 May 2001", UTC. */
    static String day(Instant instant) {
        return DAY.format(instant.atZone(ZoneOffset.UTC));
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ZoneOffset.UTC)) + " UTC";
    }

    /** "3 days", "5 hours". */
    static String duration(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        long days = duration.toDays();
        return days > 0
                ? days + (days == 1 ? " day" : " days")
                : duration.toHours() + (duration.toHours() == 1 ? " hour" : " hours");
    }

    /** Three digits, or a whole number where there are more before the point. */
    private static String number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int digits = Math.max(3, exact.precision() - exact.scale());
        BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(value);
        return value != 0 && (size < 1e-4 || size >= 1e9) ? rounded.toString() : rounded.toPlainString();
    }
}
