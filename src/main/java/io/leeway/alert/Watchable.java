package io.leeway.alert;

import io.leeway.series.Measurement;
import io.leeway.series.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * A measurement that rules may watch: one whose points speak of windows.
 *
 * @param tags those of its points; the points of {@code labels} are of base windows, rules see windows of all sizes
 * @param figures those a rule may speak of
 */
public record Watchable(String measurement, List<String> tags, FigureNames figures) {
    public static final List<String> NAMES = List.of(
            "drift",
            "quality",
            "performance",
            "estimate",
            "corrected",
            "joint",
            "detector",
            "window",
            "ingest",
            "labels");

    public Watchable {
        tags = List.copyOf(tags);
    }

    /** The measurement of one of {@link #NAMES}. */
    public static Watchable of(String name) {
        Measurement measurement = Vocabulary.measurement(name);
        List<String> tags = new ArrayList<>(measurement.tags());
        if (name.equals("labels")) {
            tags.add("window");
        }
        return new Watchable(name, tags, new FigureNames(measurement));
    }

    /** Whether its windows are of several sizes, of which a rule names one; else they are the smallest a model has. */
    public boolean hasWindows() {
        return tags.contains("window");
    }
}
