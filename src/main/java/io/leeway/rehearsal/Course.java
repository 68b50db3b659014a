package io.leeway.rehearsal;

import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the windows of one series say, one behind the other.
 *
 * @param figures by their stored names; {@code n} among them is the number of rows, which is 1000 otherwise
 */
record Course(String measurement, Tags tags, Map<String, Samples> figures) {
    private static final Samples THOUSAND = new Samples(List.of(OptionalDouble.of(1000)));

    Course {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    int windows() {
        return figures.values().stream()
                .mapToInt(samples -> samples.values().size())
                .max()
                .orElse(0);
    }

    /** Whether every figure has a value for every window, or one for all. */
    boolean even() {
        return figures.values().stream()
                .allMatch(samples -> samples.constant() || samples.values().size() == windows());
    }

    /**
     * The window of that number as it becomes known at an instant; empty if it never does.
     *
     * @param behind how long behind the start of the scenario; what is told later of a window is a later revision
     */
    Optional<Observation> window(int number, Instant start, Instant end, Duration behind) {
        OptionalDouble rows = figures.getOrDefault("n", THOUSAND).in(number);
        Map<String, Double> values = new HashMap<>();
        figures.forEach((name, samples) -> samples.in(number).ifPresent(value -> values.put(name, value)));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Observation(
                        measurement,
                        tags,
                        start,
                        end,
                        true,
                        behind.toSeconds(),
                        (long) rows.getAsDouble(),
                        values,
                        ""));
    }
}
