package io.leeway.notify;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What can be shown of the worst member of an incident.
 *
 * @param member its name, or the model's
 * @param figure the stored name of what is drawn over time
 * @param course its values, oldest first
 * @param bars the baseline and the worst window side by side, if the figure is about values
 * @param figures others of the worst window, by their stored names
 * @param causes what its report says of why, the strongest first
 */
public record Exhibit(
        String member,
        String figure,
        List<Dot> course,
        Optional<Bars> bars,
        Map<String, Double> figures,
        List<String> causes) {
    public Exhibit {
        course = List.copyOf(course);
        causes = List.copyOf(causes);
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /** One of which no cause is known. */
    public Exhibit(String member, String figure, List<Dot> course, Optional<Bars> bars, Map<String, Double> figures) {
        this(member, figure, course, bars, figures, List.of());
    }

    /** A window's value and limit. */
    public record Dot(Instant start, double value, double limit, boolean beyond) {}

    /**
     * Counts in the same bins.
     *
     * @param window the start of the window shown
     */
    public record Bars(boolean numeric, List<String> bins, List<Long> baseline, List<Long> counts, Instant window) {
        public Bars {
            bins = List.copyOf(bins);
            baseline = List.copyOf(baseline);
            counts = List.copyOf(counts);
        }
    }
}
