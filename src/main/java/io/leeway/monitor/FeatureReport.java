package io.leeway.monitor;

import io.leeway.catalog.FeatureKind;
import io.leeway.statistics.Figures;
import java.util.Locale;

/**
 * One feature, score or prediction in one window.
 *
 * @param n rows of the window
 * @param nValid rows with a usable value
 * @param figures by the names of the interface: psi, ks, missing_rate, drift_score ...
 * @param reason one sentence that explains the verdict, or why there is none
 */
public record FeatureReport(
        String name,
        Role role,
        FeatureKind kind,
        long n,
        long nValid,
        Figures figures,
        Verdict verdict,
        String reason) {
    /** What a column is to the model. */
    public enum Role {
        FEATURE,
        SCORE,
        PREDICTION;

        /** The name in reports and tags: {@code feature}, {@code score}, {@code prediction}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was found. */
    public enum Verdict {
        STABLE,
        DRIFTED,
        UNDECIDED;

        /** The name in reports: {@code stable}, {@code drifted}, {@code undecided}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
