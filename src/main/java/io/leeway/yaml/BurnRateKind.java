package io.leeway.yaml;

import io.leeway.alert.Amount;
import io.leeway.alert.Budget;
import io.leeway.alert.BurnRate;
import io.leeway.alert.Condition;
import io.leeway.alert.Count;
import io.leeway.alert.Derivation;
import io.leeway.alert.FigureNames;
import io.leeway.alert.Level;
import io.leeway.alert.Relation;
import io.leeway.alert.Trigger;
import io.leeway.alert.Trust;
import io.leeway.alert.Watch;
import io.leeway.catalog.WindowSize;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An error budget that burns too fast: {@code objective: {target: 92%}} with {@code critical: {burn: 6, long: 1d, short: 6h}}
 * on the windows of {@code performance}, the smallest a model has. A level needs both: the long window shows that it
 * matters, the short one that it goes on, so that it also ends soon. Right answers are {@code good: correct}.
 */
final class BurnRateKind implements RuleKind {
    @Override
    public String name() {
        return "burn_rate";
    }

    @Override
    public List<String> measurements() {
        return List.of("performance");
    }

    @Override
    public List<String> keys() {
        return List.of("objective");
    }

    /** What a rate rests on is asked of all its windows together. */
    @Override
    public Trust trust(Section rule, Trust written) {
        return Trust.ANY;
    }

    @Override
    public Derivation derivation(Section rule, Watch watch, Trust written) {
        Optional<Section> objective = rule.section("objective");
        if (objective.isEmpty()) {
            rule.problem("objective is missing here, such as {target: 92%} or {loss: 5%}");
            return Derivation.NONE;
        }
        objective.get().only("good", "target", "loss");
        boolean correct = objective
                .get()
                .text("good")
                .map(text -> text.oneOf(List.of("correct"), good -> good).isPresent())
                .orElse(true);
        Optional<Budget> budget = budget(objective.get());
        SortedMap<String, Duration> spans = spans(rule, size(watch));
        if (!correct || budget.isEmpty() || spans.isEmpty()) {
            return Derivation.NONE;
        }
        return new BurnRate(budget.get(), written, spans, reach(spans, size(watch)));
    }

    /** What the objective allows: {@code target} of all answers right, or {@code loss} against the baseline. */
    private static Optional<Budget> budget(Section objective) {
        boolean relative = objective.keys().contains("loss");
        if (relative == objective.keys().contains("target")) {
            objective.problem("an objective is either {target: 92%} or, against the baseline, {loss: 5%}");
            return Optional.empty();
        }
        String key = relative ? "loss" : "target";
        OptionalDouble share = objective.needed(key).map(Text::share).orElse(OptionalDouble.empty());
        if (share.isEmpty()) {
            return Optional.empty();
        }
        if (share.getAsDouble() <= 0 || share.getAsDouble() >= 1) {
            objective.problem(key, "the " + key + " must be above 0% and below 100%: no error budget is left at 100%");
            return Optional.empty();
        }
        return Optional.of(relative ? new Budget.Loss(share.getAsDouble()) : new Budget.Target(share.getAsDouble()));
    }

    @Override
    public Optional<Trigger> trigger(Section level, FigureNames figures) {
        level.only("burn", "long", "short");
        OptionalDouble burn = level.needed("burn").map(Text::positive).orElse(OptionalDouble.empty());
        Optional<Duration> length = level.needed("long").flatMap(Text::duration);
        Optional<Duration> brief = level.needed("short").flatMap(Text::duration);
        if (burn.isEmpty() || length.isEmpty() || brief.isEmpty()) {
            return Optional.empty();
        }
        if (brief.get().compareTo(length.get()) >= 0) {
            level.problem("short", "short must be shorter than long: it shows that the errors go on");
            return Optional.empty();
        }
        String limit = level.text("burn").map(Text::value).orElse("");
        Condition both = Stream.of("long", "short")
                .flatMap(key -> level.text(key).stream())
                .<Condition>map(span -> new Condition.Comparison(
                        new Amount.Figure(figure(span)),
                        Relation.ABOVE,
                        new Amount.Constant(burn.getAsDouble(), limit)))
                .reduce(Condition.Both::new)
                .orElseThrow();
        return Optional.of(new Trigger(both, Count.ONCE));
    }

    private static int reach(SortedMap<String, Duration> spans, Duration size) {
        return (int) spans.values().stream()
                .mapToLong(span -> (span.toMillis() + size.toMillis() - 1) / size.toMillis())
                .max()
                .orElse(1);
    }

    /** All that the levels look back over; what cannot be is told. */
    private static SortedMap<String, Duration> spans(Section rule, Duration size) {
        SortedMap<String, Duration> spans = new TreeMap<>();
        Stream<Section> levels = rule.section("levels").stream()
                .flatMap(section ->
                        Arrays.stream(Level.values()).flatMap(level -> section.sections(level.text()).stream()));
        levels.flatMap(level -> Stream.of("long", "short").flatMap(key -> level.text(key).stream()))
                .forEach(text -> text.duration()
                        .filter(span -> fits(span, size, text))
                        .ifPresent(span -> spans.put(figure(text), span)));
        return spans;
    }

    private static boolean fits(Duration span, Duration size, Text text) {
        if (span.compareTo(size) < 0) {
            text.problem("this is shorter than one window; watch a smaller window, or look back further");
        } else if (span.toMillis() > size.toMillis() * BurnRate.FURTHEST) {
            text.problem("this is more than " + BurnRate.FURTHEST + " windows; watch a larger window, or less time");
        } else {
            return true;
        }
        return false;
    }

    private static String figure(Text span) {
        return "burn_" + span.value();
    }

    private static Duration size(Watch watch) {
        return WindowSize.of(watch.only().get("window"))
                .map(WindowSize::duration)
                .orElse(Duration.ofHours(1));
    }
}
