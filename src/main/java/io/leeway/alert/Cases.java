package io.leeway.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * All kinds of windows that some conditions can tell from each other. Every comparison bounds a quantity; between two
 * neighbouring limits all values give the same answers, so one value of each stretch, and each limit itself, stand for all.
 * Quantities are taken to vary freely within their ranges, so what holds in no case holds in no window.
 */
final class Cases {
    /** Conditions that tell more apart are not examined. */
    private static final int MOST = 50_000;

    private final Map<SortedMap<String, Double>, List<Double>> values = new LinkedHashMap<>();

    private Cases() {}

    /** The cases of some conditions; empty if there are too many. */
    static Optional<Cases> of(List<Condition> conditions) {
        Map<SortedMap<String, Double>, List<Bound>> bounds = new LinkedHashMap<>();
        conditions.forEach(condition -> condition
                .comparisons()
                .map(Bound::of)
                .forEach(bound -> bounds.computeIfAbsent(bound.quantity(), unused -> new ArrayList<>())
                        .add(bound)));
        Cases cases = new Cases();
        bounds.forEach((quantity, its) -> cases.values.put(quantity, samples(its)));
        double count = cases.values.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
        return count <= MOST ? Optional.of(cases) : Optional.empty();
    }

    /** The first case that is as asked. */
    Optional<Case> first(Predicate<Case> asked) {
        return first(asked, new ArrayList<>(values.keySet()), new HashMap<>());
    }

    private Optional<Case> first(
            Predicate<Case> asked,
            List<SortedMap<String, Double>> open,
            Map<SortedMap<String, Double>, Double> chosen) {
        if (open.isEmpty()) {
            return Optional.of(new Case(Map.copyOf(chosen))).filter(asked);
        }
        SortedMap<String, Double> quantity = open.get(0);
        for (double value : values.getOrDefault(quantity, List.of())) {
            chosen.put(quantity, value);
            Optional<Case> found = first(asked, open.subList(1, open.size()), chosen);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Double> samples(List<Bound> bounds) {
        SortedSet<Double> limits = new TreeSet<>();
        Range range = bounds.get(0).range();
        bounds.forEach(bound -> limits.add(bound.limit()));
        List<Double> edges = new ArrayList<>(limits);
        List<Double> samples = new ArrayList<>(edges);
        samples.add(range.nearest(edges.get(0) - 1));
        samples.add(range.nearest(edges.get(edges.size() - 1) + 1));
        for (int i = 1; i < edges.size(); i++) {
            samples.add((edges.get(i - 1) + edges.get(i)) / 2);
        }
        return samples.stream()
                .filter(range::contains)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** One kind of window: a value of every quantity. */
    record Case(Map<SortedMap<String, Double>, Double> values) {
        boolean meets(Condition condition) {
            if (condition instanceof Condition.Both both) {
                return meets(both.left()) && meets(both.right());
            }
            if (condition instanceof Condition.Either either) {
                return meets(either.left()) || meets(either.right());
            }
            return condition
                    .comparisons()
                    .map(Bound::of)
                    .allMatch(bound -> bound.holds(values.getOrDefault(bound.quantity(), 0.0)));
        }

        /** The case as an example, if every quantity is a figure: {@code psi = 0.15, n = 3}. */
        Optional<String> example() {
            boolean plain = values.keySet().stream().allMatch(quantity -> quantity.size() == 1);
            return plain
                    ? Optional.of(values.entrySet().stream()
                            .map(entry -> entry.getKey().firstKey() + " = " + TitleFilter.PLAIN.write(entry.getValue()))
                            .sorted()
                            .reduce((a, b) -> a + ", " + b)
                            .orElse(""))
                    : Optional.empty();
        }
    }
}
