package io.leeway.catalog;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the owner says of a model; every value has a default.
 *
 * @param task empty: inferred from the first prediction
 * @param positive the positive class of a binary task as a category; empty: {@code 1}, else {@code true}
 * @param windows the sizes reported, smallest first; the first is the base of which all others are sums
 * @param lateness how long a window waits for late rows before it closes, behind the newest event time
 * @param idleAfter with nothing arriving for so long, event time goes on at the clock's pace
 * @param zone to whose days windows are aligned
 * @param features by name; a feature not named here has {@link FeatureSettings#withDefaults()}
 * @param labelHorizon for how long after its arrival a prediction is remembered, labelled and known as a duplicate
 * @param keepWindows how far back from the watermark windows are kept; older rows are rejected
 * @param alpha the share of families of tests that may alarm when nothing changed, unless a number of false alarms is set
 * @param tolerance drift nobody cares about, as a population stability index
 * @param rateTolerance a change of a rate nobody cares about, absolute
 * @param performanceTolerance by metric name
 * @param minLabelCoverage the share of a window's rows that must have a label before its performance is judged
 * @param threshold the score from which on a row without prediction is positive
 * @param privacy what may be kept of raw values and ids
 * @param watching what windows are compared with, and how often that may alarm for nothing
 */
public record ModelSettings(
        Optional<Task> task,
        Optional<String> positive,
        List<WindowSize> windows,
        Duration lateness,
        Duration idleAfter,
        ZoneId zone,
        Map<String, FeatureSettings> features,
        Duration labelHorizon,
        Duration keepWindows,
        double alpha,
        double tolerance,
        double rateTolerance,
        Map<String, Tolerance> performanceTolerance,
        double minLabelCoverage,
        double threshold,
        Privacy privacy,
        Watching watching) {

    public ModelSettings {
        windows = windows.stream().distinct().sorted().toList();
        features = Map.copyOf(features);
        performanceTolerance = Map.copyOf(performanceTolerance);
    }

    public static ModelSettings withDefaults() {
        return new ModelSettings(
                Optional.empty(),
                Optional.empty(),
                List.of(WindowSize.HOUR, WindowSize.DAY),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                ZoneOffset.UTC,
                Map.of(),
                Duration.ofDays(90),
                Duration.ofDays(400),
                0.01,
                0.01,
                0.005,
                Map.of(),
                0.6,
                0.5,
                Privacy.withDefaults(),
                Watching.withDefaults());
    }

    /** The share of families of tests that may alarm when nothing changed, as set or as a number of false alarms allows. */
    public double familyAlpha() {
        return watching.alpha(windows, alpha);
    }

    /** The smallest window size, of which every other window is a sum. */
    public WindowSize base() {
        return windows.get(0);
    }

    /** What is said of a feature, or the default. */
    public FeatureSettings feature(String name) {
        return features.getOrDefault(name, FeatureSettings.withDefaults());
    }

    /** What may be kept of a feature's values. */
    public Keep keep(String feature) {
        return feature(feature).keep().orElse(privacy.keep());
    }
}
