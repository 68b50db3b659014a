package io.leeway.monitor;

import io.leeway.catalog.FeatureKind;
import io.leeway.drift.MovedBin;
import io.leeway.drift.Verdict;
import io.leeway.profile.FeatureKey;
import io.leeway.statistics.Figures;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One feature, score or prediction in one window.
 *
 * @param n rows of the window
 * @param nValid rows with a usable value
 * @param figures by the names of the interface: psi, ks, missing_rate, drift_score ...
 * @param rates what was found of its missing, wrong, new and extreme values alone
 * @param verdict on values and rates together
 * @param reason one sentence that explains the verdict, or why there is none
 * @param moved where the values went, the most first; none unless they have drifted
 */
public record FeatureReport(
        String name,
        FeatureKey.Role role,
        FeatureKind kind,
        long n,
        long nValid,
        Figures figures,
        Rates rates,
        Verdict verdict,
        String reason,
        List<MovedBin> moved) {
    public FeatureReport {
        moved = List.copyOf(moved);
    }

    /**
     * What was found of the rates.
     *
     * @param score above 1 exactly when one of them has drifted
     */
    public record Rates(Verdict verdict, OptionalDouble score) {}

    /** The same, its reason with something more to it. */
    FeatureReport because(String more) {
        return new FeatureReport(name, role, kind, n, nValid, figures, rates, verdict, reason + "; " + more, moved);
    }

    /** The same with other figures. */
    FeatureReport figures(Figures others) {
        return new FeatureReport(name, role, kind, n, nValid, others, rates, verdict, reason, moved);
    }

    /** The same, its values having gone there. */
    FeatureReport moved(List<MovedBin> bins) {
        return new FeatureReport(name, role, kind, n, nValid, figures, rates, verdict, reason, bins);
    }

    /** The role in reports and tags: {@code feature}, {@code score}, {@code prediction}. */
    public String roleText() {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The verdict in reports: {@code stable}, {@code drifted}, {@code undecided}. */
    public String verdictText() {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
