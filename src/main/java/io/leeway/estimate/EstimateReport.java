package io.leeway.estimate;

import io.leeway.statistics.Figures;

/**
 * What is expected of a window's performance without labels.
 *
 * @param figures metrics by the names of the interface with the ends of their bands, {@code coverage} and {@code checked}
 * @param reason one sentence that says why it is trusted or not
 */
public record EstimateReport(Figures figures, Trust trust, String reason) {
    /** What a back-check says of an estimate. */
    public static EstimateReport of(Figures estimated, BackCheck check) {
        Figures figures = new Figures()
                .putAll(estimated)
                .put("coverage", check.coverage())
                .put("checked", check.checked());
        return new EstimateReport(figures, check.trust(), check.reason());
    }
}
