package io.leeway.truth;

import io.leeway.statistics.Confidence;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Figures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

    /** The same, those of another in place of the own of their names. */
    public Performance with(Performance better) {
        Map<String, Estimate> all = new LinkedHashMap<>(metrics);
        all.putAll(better.metrics);
        return new Performance(all);
    }

    /**
     * The same, each metric's interval as many times as wide as that of the same metric where rows err in blocks is beside
     * that of rows that err on their own.
     */
    public Performance widenedAs(Performance rows, Performance blocks) {
        Map<String, Estimate> wider = new LinkedHashMap<>();
        metrics.forEach((name, estimate) -> {
            double times = blocks.width(name).orElse(1) / rows.width(name).orElse(1);
            wider.put(name, estimate.with(estimate.bounds().stretched(estimate.value(), Math.max(1, times))));
        });
        return new Performance(wider);
    }

    private OptionalDouble width(String name) {
        return get(name)
                .flatMap(estimate -> estimate.bounds().at(Confidence.USUAL))
                .map(ends -> OptionalDouble.of(ends.high() - ends.low()))
                .filter(width -> width.getAsDouble() > 0)
                .orElse(OptionalDouble.empty());
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
