package io.leeway.monitor;

import io.leeway.cause.LossReport;
import io.leeway.joint.JointReport;
import io.leeway.statistics.Figures;
import java.util.List;
import java.util.Optional;

/**
 * What a report says beyond its own counts: what labels will say once all are known, and what became known in the window of
 * labels of any.
 *
 * @param corrected metrics with their intervals, {@code positives_known} and {@code negatives_known}; empty where nothing is
 *     to be corrected
 * @param detectors none in a window shorter than a day, an open one, or before they have learned
 * @param joint what numeric features say together; empty where they are not watched so, of a segment, and of an open window
 * @param losses where performance was lost; empty unless it was, of a segment, and where no part has rows enough
 */
public record Insights(
        Figures corrected, List<DetectorReport> detectors, Optional<JointReport> joint, Optional<LossReport> losses) {
    /** Nothing. */
    public static final Insights NONE = new Insights(new Figures(), List.of(), Optional.empty(), Optional.empty());

    public Insights {
        detectors = List.copyOf(detectors);
    }

    /** The same with what labels will say. */
    Insights corrected(Figures figures) {
        return new Insights(figures, detectors, joint, losses);
    }

    /** The same with what features say together. */
    Insights joint(Optional<JointReport> report) {
        return new Insights(corrected, detectors, report, losses);
    }

    /** The same with what detectors say. */
    Insights detected(List<DetectorReport> reports) {
        return new Insights(corrected, reports, joint, losses);
    }

    /** The same with where performance was lost. */
    Insights lost(LossReport report) {
        return new Insights(corrected, detectors, joint, Optional.of(report));
    }
}
