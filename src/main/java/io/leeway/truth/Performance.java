package io.leeway.truth;

import io.leeway.statistics.Confidence;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Figures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Metrics by the names of the interface, each with its bounds. What is undefined is absent. Immutable. */
public final class Performance {
    /** That of no outcome. */
    public static final Performance NONE = new Performance(Map.of());

    private final Map<String, Estimate> metrics;

    Performance(Map<String, Estimate> metrics) {
        this.metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    public Optional<Estimate> get(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    /** By name, in the order in which they are told. */
    public Map<String, Estimate> asMap() {
        return metrics;
    }

    /** The metrics, and the ends of their intervals at the usual confidence as {@code _low} and {@code _high}. */
    public Figures figures() {
        Figures figures = new Figures();
        metrics.forEach((name, estimate) -> {
            figures.put(name, estimate.value());
            estimate.bounds()
                    .at(Confidence.USUAL)
                    .ifPresent(ends -> figures.put(name + "_low", ends.low()).put(name + "_high", ends.high()));
        });
        return figures;
    }
}
