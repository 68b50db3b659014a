package io.leeway.monitor;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.WindowSize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What can be asked of everything monitored. Answers are what has been committed; none waits for anything else. */
public interface Reports {
    /** All models, by name. */
    List<ModelStatus> models();

    Optional<ModelStatus> model(String name);

    /** The reports of a model's windows that start in [from, to), oldest first, without their features. */
    List<WindowReport> windows(String model, WindowSize size, String version, String segment, Instant from, Instant to);

    /** One report, whole. */
    Optional<WindowReport> window(WindowKey key);

    /** Baseline and window histograms of a feature side by side. */
    Optional<Histograms> histograms(WindowKey key, String feature);

    /** The summary of a model's newest baseline. */
    Optional<BaselineSummary> baseline(String model, Optional<String> version);

    /** Completes when everything before {@code position} has been counted, committed and reported. */
    CompletionStage<Void> reached(long position);

    /**
     * A model and how far it has come.
     *
     * @param lastSeen the newest event time of a row
     * @param behind rows accepted and not yet counted
     */
    record ModelStatus(
            Model model,
            List<String> versions,
            Optional<Instant> lastSeen,
            Optional<Instant> watermark,
            Totals predictions,
            Totals labels,
            long behind) {}

    /** Totals since ever: accepted = counted + duplicates once nothing is behind. */
    record Totals(long received, long accepted, long rejected, long duplicates, long counted) {}

    /**
     * Counts of one feature in the bins of its baseline.
     *
     * @param bins names of categories, or intervals such as {@code (1.5, 2]}
     */
    record Histograms(FeatureKind kind, List<String> bins, List<Long> baseline, List<Long> window) {}

    /** What a baseline says of each feature. */
    record BaselineSummary(String id, long n, boolean learned, List<FeatureReport> features) {}
}
