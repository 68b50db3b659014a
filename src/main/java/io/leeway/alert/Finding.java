package io.leeway.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a rule found in one window of one instance, small enough to keep with an incident.
 *
 * @param evidence the comparisons that decided, as written, those of the worst level first
 * @param figures further figures to be told, by their stored names
 */
public record Finding(
        Instant start, Instant end, long n, List<Evidence> evidence, Map<String, Double> figures, String reason) {
    public Finding {
        evidence = List.copyOf(evidence);
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /** The figures as those of a window, to ask them more. */
    Observation window(Rule rule, Tags tags) {
        return new Observation(rule.watch().measurement(), tags, start, end, true, 0, n, figures, reason);
    }

    /** How far beyond its limit the window is: the largest excess of its evidence. */
    public double excess() {
        return evidence.stream().mapToDouble(Evidence::excess).max().orElse(0);
    }
}
