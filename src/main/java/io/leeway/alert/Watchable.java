package io.leeway.alert;

import io.leeway.series.Measurement;
import io.leeway.series.Vocabulary;
import java.util.List;

/**
 * A measurement that rules may watch: one whose points speak of windows.
 *
 * @param tags those of its points
 * @param figures those a rule may speak of
 */
public record Watchable(String measurement, List<String> tags, FigureNames figures) {
    public static final List<String> NAMES =
            List.of("drift", "quality", "performance", "estimate", "corrected", "detector", "window");

    public Watchable {
        tags = List.copyOf(tags);
    }

    /** The measurement of one of {@link #NAMES}. */
    public static Watchable of(String name) {
        Measurement measurement = Vocabulary.measurement(name);
        return new Watchable(name, measurement.tags(), new FigureNames(measurement));
    }
}
