package io.leeway.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether settings make sense: every problem at once, none meaning they do. */
public final class SettingsCheck {
    /** Split among the tests of a window, it still is a number that differs from 0 beside 1. */
    private static final double LEAST_ALPHA = 1e-9;

    private final ModelSettings settings;
    private final List<Problem> problems = new ArrayList<>();

    private SettingsCheck(ModelSettings settings) {
        this.settings = settings;
    }

    public static List<Problem> problems(ModelSettings settings) {
        SettingsCheck check = new SettingsCheck(settings);
        check.task();
        check.windows();
        check.durations();
        check.shares();
        check.tolerances();
        check.privacy();
        check.watching();
        check.segments();
        check.importances();
        return List.copyOf(check.problems);
    }

    private void task() {
        boolean binary = settings.task().map(Task.BINARY::equals).orElse(true);
        require(
                binary || settings.positive().isEmpty(),
                "positive",
                "only a binary task has a positive class: leave it out.");
    }

    private void windows() {
        require(!settings.windows().isEmpty(), "windows", "at least one size is needed, for example [\"1h\",\"1d\"].");
    }

    private void durations() {
        require(!settings.lateness().isNegative(), "lateness", "must not be negative.");
        positive(settings.idleAfter(), "idle_after");
        positive(settings.labelHorizon(), "label_horizon");
        positive(settings.keepWindows(), "keep_windows");
        settings.windows().stream()
                .reduce((smaller, larger) -> larger)
                .ifPresent(largest -> require(
                        settings.keepWindows().compareTo(largest.duration()) >= 0,
                        "keep_windows",
                        "must be at least as long as the largest window, " + largest.text() + "."));
    }

    private void shares() {
        require(
                settings.alpha() >= LEAST_ALPHA && settings.alpha() < 1,
                "alpha",
                "must be at least 0.000000001 and below 1, for example 0.01.");
        share(settings.rateTolerance(), "rate_tolerance");
        share(settings.minLabelCoverage(), "min_label_coverage");
        share(settings.threshold(), "threshold");
    }

    private void tolerances() {
        require(isAmount(settings.tolerance()), "tolerance", "must be 0 or more, for example 0.01.");
        settings.performanceTolerance().forEach((metric, tolerance) -> {
            String path = "performance_tolerance." + metric;
            require(Metrics.NAMES.contains(metric), path, "is no metric: " + Spelling.hint(metric, Metrics.NAMES));
            require(isAmount(tolerance.amount()), path, "must be 0 or more, for example 0.01 or \"10%\".");
        });
    }

    private void watching() {
        int references = settings.watching().references().size();
        require(references > 0, "references", "at least one is needed, for example [\"baseline\"].");
        require(
                references <= Watching.MOST_REFERENCES,
                "references",
                "may be " + Watching.MOST_REFERENCES + " at most: each is compared with every window.");
        require(
                settings.watching().falseAlarms().isEmpty() || settings.familyAlpha() < 1,
                "false_alarms",
                "allows more alarms than there are windows: allow fewer, or in a longer time.");
    }

    /** The name of a segment is that of the feature, {@code =} and the value: it must be clear where the value begins. */
    private void segments() {
        List<String> segments = settings.watching().segments();
        require(
                segments.size() <= Watching.MOST_SEGMENTS,
                "segments",
                "may be " + Watching.MOST_SEGMENTS + " features at most: every row is counted once more for each.");
        for (String feature : segments) {
            require(
                    !feature.isEmpty() && !feature.contains("="),
                    "segments",
                    "must be names of features without \"=\", for example [\"country\"].");
            require(
                    settings.keep(feature) != Keep.NONE,
                    "segments",
                    "cannot be cut by " + feature + ", of which no value is kept: leave it out, or keep a hash of it.");
        }
    }

    /** Permutation importances may come out a little below 0, which means none. */
    private void importances() {
        settings.features()
                .forEach((name, feature) -> require(
                        isAmount(feature.importance().orElse(0)),
                        "features." + name + ".importance",
                        "must be 0 or more, on any scale: write 0 for a feature the model makes nothing of."));
    }

    /** Bin edges, means and extremes are raw values: a number that may not be kept has none. */
    private void privacy() {
        settings.features().forEach((name, feature) -> {
            Keep keep = settings.keep(name);
            boolean numeric = feature.kind().filter(FeatureKind.NUMERIC::equals).isPresent();
            require(
                    keep == Keep.VALUE || !numeric,
                    "features." + name + ".kind",
                    "cannot be numeric with keep: " + keep.text()
                            + ", for bins, means and extremes are values: leave kind out to watch "
                            + (keep == Keep.HASH ? "hashed values as categories" : "only whether there is a value")
                            + ", or keep its value.");
        });
    }

    private void positive(Duration duration, String path) {
        require(!duration.isNegative() && !duration.isZero(), path, "must be longer than 0.");
    }

    private void share(double value, String path) {
        require(value >= 0 && value <= 1, path, "must be from 0 to 1.");
    }

    private void require(boolean holds, String path, String sentence) {
        if (!holds) {
            problems.add(new Problem(path, sentence));
        }
    }

    private static boolean isAmount(double value) {
        return value >= 0 && Double.isFinite(value);
    }
}
