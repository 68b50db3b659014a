package io.leeway.alert;

import io.leeway.series.Vocabulary;
import io.leeway.text.Glob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rules and windows for tests: days of the drift of one input each. */
public final class Sample {
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final FigureNames DRIFT = new FigureNames(Vocabulary.measurement("drift"));

    private Sample() {}

    /** Warns at psi > 0.1 in two of three days, or at psi > 0.2; critical at psi > 0.5; clear after two days below 0.1. */
    public static Rule rule() {
        SortedMap<Level, List<Trigger>> levels = new TreeMap<>(Map.of(
                Level.WARNING,
                List.of(
                        new Trigger(condition("psi > 0.2"), Count.ONCE),
                        new Trigger(condition("psi > 0.1"), new Count(2, 3))),
                Level.CRITICAL,
                List.of(new Trigger(condition("psi > 0.5"), Count.ONCE))));
        return rule(levels, new Trigger(condition("psi < 0.1"), new Count(2, 2)));
    }

    static Rule rule(SortedMap<Level, List<Trigger>> levels, Trigger clear) {
        Tags only = new Tags(Map.of("window", "1d", "segment", "all", "version", "*"));
        Watch watch = new Watch("drift", only, List.of("model", "feature"), List.of(new Glob("*")));
        Rule.Wording wording = new Rule.Wording(
                new Title("{model}: {names} drifted"),
                "on-call",
                "The inputs are not those the model was trained on.",
                List.of("missing_rate"),
                List.of("Look at the feed."),
                Optional.of("https://wiki.example.org/drift"));
        return new Rule("feature-drift", watch, List.of("model"), new Trust(100, 0), levels, clear, wording);
    }

    public static Condition condition(String text) {
        try {
            return ConditionParser.parse(text, DRIFT);
        } catch (InvalidConditionException e) {
            throw new AssertionError(text, e);
        }
    }

    /** One day of one input; psi below 0: the figure is missing. */
    public static Observation day(String feature, int day, double psi) {
        return day(feature, day, psi, 1);
    }

    public static Observation day(String feature, int day, double psi, long revision) {
        return window(feature, day, revision, 1000, psi < 0 ? Map.of() : Map.of("psi", psi));
    }

    /** One day of one input of a model. */
    public static Observation of(String model, String feature, int day, double psi) {
        return tagged(day(feature, day, psi), "model", model);
    }

    /** The same with another value of a tag. */
    public static Observation tagged(Observation window, String tag, String value) {
        Map<String, String> tags = new TreeMap<>(window.tags().values());
        tags.put(tag, value);
        return window.sharing(new Tags(tags));
    }

    /** One day of one input with its rows and figures. */
    public static Observation window(String feature, int day, long revision, long n, Map<String, Double> figures) {
        Instant start = START.plus(Duration.ofDays(day));
        Tags tags = new Tags(Map.of(
                "model", "credit", "version", "*", "segment", "all", "window", "1d", "feature", feature, "role",
                "feature"));
        return new Observation(
                "drift", tags, start, end(day), true, revision, n, figures, "the histogram of " + feature + " moved");
    }

    static Instant end(int day) {
        return START.plus(Duration.ofDays(day + 1L));
    }

    /** Consecutive days of one input from day 0. */
    static List<Observation> days(String feature, double... psi) {
        List<Observation> days = new ArrayList<>();
        for (int day = 0; day < psi.length; day++) {
            days.add(day(feature, day, psi[day]));
        }
        return days;
    }
}
