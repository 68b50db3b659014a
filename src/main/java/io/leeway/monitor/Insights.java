package io.leeway.monitor;

import java.util.List;

/**
 * What a report says beyond its own counts: what became known in the window of labels of any.
 *
 * @param detectors none in a window shorter than a day, an open one, or before they have learned
 */
public record Insights(List<DetectorReport> detectors) {
    /** Nothing. */
    public static final Insights NONE = new Insights(List.of());

    public Insights {
        detectors = List.copyOf(detectors);
    }
}
