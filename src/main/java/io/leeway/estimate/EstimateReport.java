package io.leeway.estimate;

import io.leeway.statistics.Figures;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is expected of a window's performance without labels.
 *
 * @param figures metrics by the names of the interface with the ends of their bands, {@code coverage} and {@code checked}
 * @param reason one sentence that says why it is trusted or not
 */
public record EstimateReport(Figures figures, Trust trust, String reason) {
    private static final Set<String> WORTH = Set.of("coverage", "checked");

    /** What a back-check says of an estimate. */
    public static EstimateReport of(Figures estimated, BackCheck check) {
        Figures figures = new Figures()
                .putAll(estimated)
                .put("coverage", check.coverage())
                .put("checked", check.checked());
        return new EstimateReport(figures, check.trust(), check.reason());
    }

    /** Whether another one expects the same, whatever either is worth. */
    public boolean expectsTheSameAs(EstimateReport other) {
        return expected().equals(other.expected());
    }

    private Map<String, Double> expected() {
        Map<String, Double> expected = new TreeMap<>(figures.asMap());
        expected.keySet().removeAll(WORTH);
        return expected;
    }
}
