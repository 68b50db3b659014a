package io.leeway.wire;

import io.leeway.catalog.FalseAlarms;
import io.leeway.catalog.FeatureSettings;
import io.leeway.catalog.Keep;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Privacy;
import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.Task;
import io.leeway.catalog.Tolerance;
import io.leeway.catalog.Watching;
import io.leeway.catalog.WindowSize;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings in the making: what has not been read is at its default. */
final class SettingsDraft {
    private static final ModelSettings DEFAULTS = ModelSettings.withDefaults();

    Optional<Task> task = DEFAULTS.task();
    Optional<String> positive = DEFAULTS.positive();
    List<WindowSize> windows = DEFAULTS.windows();
    Duration lateness = DEFAULTS.lateness();
    Duration idleAfter = DEFAULTS.idleAfter();
    ZoneId zone = DEFAULTS.zone();
    final Map<String, FeatureSettings> features = new LinkedHashMap<>();
    Duration labelHorizon = DEFAULTS.labelHorizon();
    Duration keepWindows = DEFAULTS.keepWindows();
    double alpha = DEFAULTS.alpha();
    double tolerance = DEFAULTS.tolerance();
    double rateTolerance = DEFAULTS.rateTolerance();
    final Map<String, Tolerance> performanceTolerance = new LinkedHashMap<>();
    double minLabelCoverage = DEFAULTS.minLabelCoverage();
    double threshold = DEFAULTS.threshold();
    Keep keep = DEFAULTS.privacy().keep();
    Keep ids = DEFAULTS.privacy().ids();
    List<ReferenceRule> references = DEFAULTS.watching().references();
    List<String> segments = DEFAULTS.watching().segments();
    boolean manyInputs = DEFAULTS.watching().manyInputs();
    Optional<FalseAlarms> falseAlarms = DEFAULTS.watching().falseAlarms();

    ModelSettings settings() {
        return new ModelSettings(
                task,
                positive,
                windows,
                lateness,
                idleAfter,
                zone,
                features,
                labelHorizon,
                keepWindows,
                alpha,
                tolerance,
                rateTolerance,
                performanceTolerance,
                minLabelCoverage,
                threshold,
                new Privacy(keep, ids),
                new Watching(references, falseAlarms, segments, manyInputs));
    }
}
