package io.leeway.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How fast an error budget burns: the share of wrong answers among the labelled predictions of the last hours, as a multiple
 * of the share that the budget allows. At 1 the budget lasts exactly its period. Time is that of the predictions, which is
 * what is stored of labels; as labels arrive, windows are revised and the rate with them. (The Site Reliability Workbook,
 * chapter 5, "Alerting on SLOs": several windows, several burn rates.)
 *
 * @param budget what is allowed
 * @param trust the fewest labelled predictions, and the smallest share of labelled ones, that a rate may rest on
 * @param spans how far back each rate looks, by the name of its figure
 * @param reach as many windows as the longest of them has
 */
public record BurnRate(Budget budget, Trust trust, SortedMap<String, Duration> spans, int reach) implements Derivation {
    /** Further back a budget that has burnt is told by the weekly figures. */
    public static final int FURTHEST = 1_000;

    public BurnRate {
        spans = new TreeMap<>(spans);
        if (spans.isEmpty() || reach < 1 || reach > FURTHEST) {
            throw new IllegalArgumentException("a span, and 1 to " + FURTHEST + " windows are needed");
        }
    }

    @Override
    public Set<String> figures() {
        Set<String> read = new TreeSet<>(budget.figures());
        read.addAll(Set.of("accuracy", "n_labelled"));
        return read;
    }

    @Override
    public Set<String> names() {
        return spans.keySet();
    }

    @Override
    public List<Observation> of(List<Observation> windows) {
        Map<String, Sum> sums = new HashMap<>();
        spans.keySet().forEach(name -> sums.put(name, new Sum(windows)));
        List<Observation> derived = new ArrayList<>(windows.size());
        for (Observation window : windows) {
            Map<String, Double> rates = new HashMap<>();
            spans.forEach((name, span) -> {
                Sum sum = sums.getOrDefault(name, new Sum(windows));
                sum.moveTo(window, window.end().minus(span));
                sum.rate(window).ifPresent(rate -> rates.put(name, rate));
            });
            derived.add(window.with(rates));
        }
        return derived;
    }

    /** The sum of the windows between two ends that only move on. */
    private final class Sum {
        private final List<Observation> windows;
        private int oldest;
        private long wrong;
        private long labelled;
        private long rows;

        Sum(List<Observation> windows) {
            this.windows = windows;
        }

        void moveTo(Observation newest, Instant from) {
            add(newest, 1);
            while (isBefore(windows.get(oldest), newest)
                    && windows.get(oldest).start().isBefore(from)) {
                add(windows.get(oldest), -1);
                oldest++;
            }
        }

        /** The newest stays, though the day on which a clock is put back is longer than a span of 24 hours. */
        private static boolean isBefore(Observation window, Observation newest) {
            return window.end().isBefore(newest.end());
        }

        OptionalDouble rate(Observation newest) {
            boolean enough =
                    labelled > 0 && labelled >= trust.minSamples() && labelled >= trust.minLabelCoverage() * rows;
            return enough ? budget.burnt((double) wrong / labelled, newest) : OptionalDouble.empty();
        }

        /** Answers are counted whole, so that a sum does not depend on what has been added and taken away before. */
        private void add(Observation window, int sign) {
            double known = window.figure("n_labelled").orElse(0);
            rows += sign * window.n();
            labelled += sign * Math.round(known);
            wrong += sign * Math.round(known * (1 - window.figure("accuracy").orElse(1)));
        }
    }
}
