package io.leeway.drift;

import io.leeway.catalog.FeatureKind;
import io.leeway.profile.FeatureKey;
import io.leeway.statistics.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of an {@code expected_drift_*.csv}: the figures of one column of one window, as NumPy and SciPy computed them from
 * all values.
 */
public record ExpectedDrift(Instant start, FeatureKey key, FeatureKind kind, Figures figures) {
    private static final Set<String> QUARTILES = Set.of("q25", "median", "q75");
    /** What is looked at elsewhere, and what only other tools need. */
    private static final Set<String> NOT_CHECKED = Set.of("n", "n_valid", "wasserstein", "ks_p_scipy_asymp");

    /** What must be absent where it is not expected. */
    private static final Set<String> COMPARISONS = Set.of(
            "bins",
            "psi",
            "psi_half",
            "js",
            "hellinger",
            "ks",
            "ks_p",
            "wasserstein",
            "wasserstein_norm",
            "out_of_range_rate",
            "chi2",
            "chi2_dof",
            "chi2_p",
            "linf",
            "new_category_rate");

    /** Reads all rows, the header first. */
    public static List<ExpectedDrift> read(BufferedReader lines) throws IOException {
        String[] header = lines.readLine().split(",", -1);
        List<ExpectedDrift> rows = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            rows.add(row(header, line.split(",", -1)));
        }
        return rows;
    }

    public long n() {
        return (long) figures.get("n").orElse(0);
    }

    public long valid() {
        return (long) figures.get("n_valid").orElse(0);
    }

    /** A sentence for every figure that is missing, should not be, or is further from the expected one than it may be. */
    public List<String> deviations(Figures actual) {
        return Stream.concat(figures.asMap().keySet().stream(), COMPARISONS.stream())
                .distinct()
                .filter(name -> !NOT_CHECKED.contains(name))
                .filter(name -> !near(name, actual.get(name)))
                .map(name -> sentence(name, actual.get(name)))
                .toList();
    }

    private boolean near(String name, OptionalDouble actual) {
        OptionalDouble expected = figures.get(name);
        return (expected.isPresent() && actual.isPresent())
                ? tolerance(name).holds(expected.getAsDouble(), actual.getAsDouble())
                : expected.equals(actual);
    }

    private Tolerance tolerance(String name) {
        return QUARTILES.contains(name) ? oneSlot(name) : Tolerance.of(name);
    }

    /** A gap between edges is at most 1/32 of the reference's deviation wide; beyond its range, 1/16 of the way there. */
    private Tolerance oneSlot(String quartile) {
        double gap = figures.get("ref_std").orElse(0) / 32;
        double way = Math.abs(
                figures.get(quartile).orElseThrow() - figures.get("ref_mean").orElse(0));
        boolean beyond = figures.get("out_of_range_rate").orElse(0) > 0;
        return new Tolerance(beyond ? Math.max(gap, way / 16) : gap, 1e-9);
    }

    private String sentence(String name, OptionalDouble actual) {
        return "%s %s %s: %s instead of %s (n = %d)".formatted(start, key.name(), name, actual, figures.get(name), n());
    }

    private static ExpectedDrift row(String[] header, String[] cells) {
        Figures figures = new Figures();
        for (int i = 3; i < header.length; i++) {
            if (!cells[i].isEmpty()) {
                figures.put(header[i].equals("ks_p_limit") ? "ks_p" : header[i], Double.parseDouble(cells[i]));
            }
        }
        return new ExpectedDrift(
                Instant.parse(cells[0]),
                key(cells[1]),
                FeatureKind.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                figures);
    }

    /** The column a name in the files stands for. */
    static FeatureKey key(String name) {
        return switch (name) {
            case "score" -> FeatureKey.SCORE;
            case "prediction" -> FeatureKey.PREDICTION;
            default -> FeatureKey.feature(name);
        };
    }

    /** How far a figure may be from the expected one; the ten printed digits are the limit of "exact". */
    private record Tolerance(double absolute, double relative) {
        static Tolerance of(String figure) {
            return switch (figure) {
                case "psi", "psi_half", "js", "hellinger", "chi2", "linf" -> new Tolerance(1e-12, 1e-6);
                case "mean", "std", "ref_mean", "ref_std" -> new Tolerance(1e-9, 1e-9);
                case "ks" -> new Tolerance(0.002, 0);
                case "ks_p", "chi2_p" -> new Tolerance(1e-12, 1e-3);
                case "wasserstein_norm" -> new Tolerance(0.005, 0.01);
                default -> new Tolerance(0, 1e-9);
            };
        }

        boolean holds(double expected, double actual) {
            return Math.abs(expected - actual) <= absolute + relative * Math.abs(expected);
        }
    }
}
