package io.leeway.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one window says of one instance: the figures of a point, and what they are compared with.
 *
 * @param measurement a name of the {@code series} vocabulary
 * @param tags all tags of the point, {@code window} among them
 * @param end exclusive
 * @param closed whether the watermark has passed its end; only closed windows are judged
 * @param revision rises when the numbers of the window change
 * @param n rows of the window
 * @param figures the number fields of the measurement that have a value, {@code label_coverage}, and figures of the
 *     baseline named {@code baseline.accuracy}
 * @param reason a sentence that explains the figures, or an empty one
 */
public record Observation(
        String measurement,
        Tags tags,
        Instant start,
        Instant end,
        boolean closed,
        long revision,
        long n,
        Map<String, Double> figures,
        String reason) {
    public Observation {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /** The figure of that name; {@code n} is the number of rows. */
    public OptionalDouble figure(String name) {
        if (name.equals("n")) {
            return OptionalDouble.of((double) n);
        }
        Double value = figures.get(name);
        return value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The same window with more figures. */
    Observation with(Map<String, Double> more) {
        Map<String, Double> all = new TreeMap<>(figures);
        all.putAll(more);
        return new Observation(measurement, tags, start, end, closed, revision, n, all, reason);
    }

    /** The same window with only those figures. */
    public Observation keeping(Set<String> names) {
        Map<String, Double> kept = figures.entrySet().stream()
                .filter(figure -> names.contains(figure.getKey()) && Double.isFinite(figure.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Observation(measurement, tags, start, end, closed, revision, n, kept, reason);
    }

    /** The same window with an equal copy of its tags. */
    Observation sharing(Tags equal) {
        return new Observation(measurement, equal, start, end, closed, revision, n, figures, reason);
    }

    /** Whether another revision of the window says the same. */
    boolean saysTheSameAs(Observation other) {
        return new Observation(measurement, tags, start, end, closed, other.revision, n, figures, reason).equals(other);
    }
}
