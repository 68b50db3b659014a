package io.leeway.catalog;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The default settings but for one. */
public final class SettingsOf {
    private static final ModelSettings DEFAULT = ModelSettings.withDefaults();

    private SettingsOf() {}

    public static ModelSettings task(Task task) {
        return with(Optional.of(task), Optional.empty(), DEFAULT.windows(), DEFAULT.lateness(), DEFAULT.zone());
    }

    public static ModelSettings positive(String positive) {
        return with(Optional.empty(), Optional.of(positive), DEFAULT.windows(), DEFAULT.lateness(), DEFAULT.zone());
    }

    public static ModelSettings windows(WindowSize... windows) {
        return with(Optional.empty(), Optional.empty(), List.of(windows), DEFAULT.lateness(), DEFAULT.zone());
    }

    public static ModelSettings lateness(Duration lateness) {
        return with(Optional.empty(), Optional.empty(), DEFAULT.windows(), lateness, DEFAULT.zone());
    }

    public static ModelSettings zone(ZoneId zone) {
        return with(Optional.empty(), Optional.empty(), DEFAULT.windows(), DEFAULT.lateness(), zone);
    }

    public static ModelSettings keepWindows(Duration keep) {
        return kept(DEFAULT, DEFAULT.labelHorizon(), keep);
    }

    public static ModelSettings labelHorizon(Duration horizon) {
        return kept(DEFAULT, horizon, DEFAULT.keepWindows());
    }

    /** Windows of a day alone, numeric features watched together. */
    public static ModelSettings manyInputs() {
        Watching watching = DEFAULT.watching();
        return watching(
                new Watching(watching.references(), watching.falseAlarms(), watching.segments(), true), WindowSize.DAY);
    }

    /** Windows of a day alone, and this label horizon. */
    public static ModelSettings daily(Duration horizon) {
        return kept(windows(WindowSize.DAY), horizon, DEFAULT.keepWindows());
    }

    public static ModelSettings features(Map<String, FeatureSettings> features) {
        return privacy(features, DEFAULT.privacy());
    }

    public static ModelSettings privacy(Map<String, FeatureSettings> features, Privacy privacy) {
        return new ModelSettings(
                DEFAULT.task(),
                DEFAULT.positive(),
                DEFAULT.windows(),
                DEFAULT.lateness(),
                DEFAULT.idleAfter(),
                DEFAULT.zone(),
                features,
                DEFAULT.labelHorizon(),
                DEFAULT.keepWindows(),
                DEFAULT.alpha(),
                DEFAULT.tolerance(),
                DEFAULT.rateTolerance(),
                DEFAULT.performanceTolerance(),
                DEFAULT.minLabelCoverage(),
                DEFAULT.threshold(),
                privacy,
                DEFAULT.watching());
    }

    public static ModelSettings alpha(double alpha) {
        return new ModelSettings(
                DEFAULT.task(),
                DEFAULT.positive(),
                DEFAULT.windows(),
                DEFAULT.lateness(),
                DEFAULT.idleAfter(),
                DEFAULT.zone(),
                DEFAULT.features(),
                DEFAULT.labelHorizon(),
                DEFAULT.keepWindows(),
                alpha,
                DEFAULT.tolerance(),
                DEFAULT.rateTolerance(),
                DEFAULT.performanceTolerance(),
                DEFAULT.minLabelCoverage(),
                DEFAULT.threshold(),
                DEFAULT.privacy(),
                DEFAULT.watching());
    }

    public static ModelSettings watching(Watching watching, WindowSize... windows) {
        return new ModelSettings(
                DEFAULT.task(),
                DEFAULT.positive(),
                List.of(windows),
                DEFAULT.lateness(),
                DEFAULT.idleAfter(),
                DEFAULT.zone(),
                DEFAULT.features(),
                DEFAULT.labelHorizon(),
                DEFAULT.keepWindows(),
                DEFAULT.alpha(),
                DEFAULT.tolerance(),
                DEFAULT.rateTolerance(),
                DEFAULT.performanceTolerance(),
                DEFAULT.minLabelCoverage(),
                DEFAULT.threshold(),
                DEFAULT.privacy(),
                watching);
    }

    public static ModelSettings segments(String... features) {
        Watching watching = DEFAULT.watching();
        return watching(
                new Watching(watching.references(), watching.falseAlarms(), List.of(features), false),
                DEFAULT.windows().toArray(WindowSize[]::new));
    }

    /** Other settings, but kept and remembered for so long. */
    public static ModelSettings kept(ModelSettings like, Duration labelHorizon, Duration keepWindows) {
        return new ModelSettings(
                like.task(),
                like.positive(),
                like.windows(),
                like.lateness(),
                like.idleAfter(),
                like.zone(),
                like.features(),
                labelHorizon,
                keepWindows,
                like.alpha(),
                like.tolerance(),
                like.rateTolerance(),
                like.performanceTolerance(),
                like.minLabelCoverage(),
                like.threshold(),
                like.privacy(),
                like.watching());
    }

    private static ModelSettings with(
            Optional<Task> task, Optional<String> positive, List<WindowSize> windows, Duration lateness, ZoneId zone) {
        return new ModelSettings(
                task,
                positive,
                windows,
                lateness,
                DEFAULT.idleAfter(),
                zone,
                Map.of(),
                DEFAULT.labelHorizon(),
                DEFAULT.keepWindows(),
                DEFAULT.alpha(),
                DEFAULT.tolerance(),
                DEFAULT.rateTolerance(),
                DEFAULT.performanceTolerance(),
                DEFAULT.minLabelCoverage(),
                DEFAULT.threshold(),
                DEFAULT.privacy(),
                DEFAULT.watching());
    }
}
