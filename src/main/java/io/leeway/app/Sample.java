package io.leeway.app;

import io.leeway.alert.Evidence;
import io.leeway.alert.Incident;
import io.leeway.alert.IncidentBook;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Observation;
import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import io.leeway.alert.Trigger;
import io.leeway.notify.Exhibit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** An incident with invented numbers, as a rule would find it. */
final class Sample {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int WINDOWS = 30;
    private static final int ROWS = 1000;

    private Sample() {}

    /** What a rule would first tell; empty for a rule whose conditions nothing invented here meets. */
    static Optional<IncidentChange> of(Rule rule) {
        return List.of(new Guess(.6, .05), new Guess(.1, .9), new Guess(3, .2), new Guess(30, 1)).stream()
                .flatMap(guess -> opened(rule, guess).stream())
                .findFirst();
    }

    /** A course that leads to the incident. */
    static Optional<Exhibit> exhibit(Incident incident) {
        var worst = incident.span().members().get(0).episode().worst();
        return worst.evidence().stream().findFirst().map(evidence -> {
            List<Exhibit.Dot> course = IntStream.range(0, WINDOWS)
                    .mapToObj(window -> dot(window, worst.start(), evidence))
                    .toList();
            return new Exhibit(incident.model(), evidence.what(), course, Optional.empty(), Map.of());
        });
    }

    private static Exhibit.Dot dot(int window, Instant last, Evidence evidence) {
        boolean beyond = window > WINDOWS - 3;
        double calm = evidence.limit() + (evidence.limit() - evidence.value()) * (.3 + window % 4 * .05);
        Instant start = last.minus(Duration.ofDays(WINDOWS - 1L - window));
        return new Exhibit.Dot(start, beyond ? evidence.value() : Math.max(0, calm), evidence.limit(), beyond);
    }

    private static Optional<IncidentChange> opened(Rule rule, Guess guess) {
        IncidentBook book = new IncidentBook(List.of(rule));
        return IntStream.range(0, 6)
                .mapToObj(window -> book.accept(List.of(observation(rule, guess, window))).incidents().stream())
                .flatMap(changes -> changes)
                .filter(change -> change.kind() == IncidentChange.Kind.OPENED)
                .findFirst();
    }

    private static Observation observation(Rule rule, Guess guess, int window) {
        Instant start = START.plus(Duration.ofDays(window));
        return new Observation(
                rule.watch().measurement(),
                new Tags(tags(rule)),
                start,
                start.plus(Duration.ofDays(1)),
                true,
                1,
                ROWS,
                guess.figures(names(rule)),
                "These numbers are invented.");
    }

    private static Map<String, String> tags(Rule rule) {
        Map<String, String> tags = new HashMap<>(rule.watch().only().values());
        rule.watch().per().forEach(tag -> tags.putIfAbsent(tag, "sample-" + tag));
        tags.put("model", "sample-model");
        return tags;
    }

    private static Set<String> names(Rule rule) {
        Set<String> names = new TreeSet<>();
        rule.levels().values().stream()
                .flatMap(List::stream)
                .map(Trigger::when)
                .forEach(when -> names.addAll(when.figures()));
        return names;
    }

    /** Values for figures: of a window, and of what they are compared with. */
    private record Guess(double found, double compared) {
        Map<String, Double> figures(Set<String> names) {
            Map<String, Double> figures = new HashMap<>();
            names.forEach(name ->
                    figures.put(name, name.startsWith("baseline.") || name.equals("threshold") ? compared : found));
            figures.put("label_coverage", 1.0);
            figures.computeIfPresent("drift_score", (name, value) -> 3.0);
            figures.computeIfPresent("n", (name, value) -> (double) ROWS);
            figures.computeIfPresent("drifted", (name, value) -> 1.0);
            figures.computeIfPresent("trusted", (name, value) -> 1.0);
            return figures;
        }
    }
}
