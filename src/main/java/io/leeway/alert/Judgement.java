package io.leeway.alert;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One window judged by one rule.
 *
 * @param levels the answer of every trigger, in the order of the rule
 */
record Judgement(Observation window, Map<Level, List<Truth>> levels, Truth clear) {
    static Judgement of(Rule rule, Observation window) {
        boolean trusted = rule.trust().in(window);
        Map<Level, List<Truth>> levels = new EnumMap<>(Level.class);
        rule.levels()
                .forEach((level, triggers) -> levels.put(
                        level,
                        triggers.stream()
                                .map(trigger -> truth(trusted, trigger.when(), window))
                                .toList()));
        return new Judgement(window, levels, truth(trusted, rule.clear().when(), window));
    }

    /** Whether any question to the window has an answer. */
    boolean known() {
        return clear.known() || levels.values().stream().flatMap(List::stream).anyMatch(Truth::known);
    }

    /** Whether it meets a condition of a level, by itself. */
    boolean raises() {
        return levels.values().stream().flatMap(List::stream).anyMatch(Truth.TRUE::equals);
    }

    /** Whether it surely meets none. */
    boolean raisesNothing() {
        return levels.values().stream().flatMap(List::stream).allMatch(Truth.FALSE::equals);
    }

    /** What one trigger of a level says. */
    Truth answer(Level level, int trigger) {
        return levels.getOrDefault(level, List.of()).get(trigger);
    }

    /** What is worth keeping of the window: the comparisons that hold, or all of them when none does. */
    Finding finding(Rule rule) {
        List<Evidence> all = rule.worstFirst().stream()
                .flatMap(trigger -> trigger.when().evidence(window))
                .distinct()
                .toList();
        List<Evidence> holding = all.stream().filter(Evidence::holds).toList();
        return new Finding(
                window.start(),
                window.end(),
                window.n(),
                holding.isEmpty() ? all : holding,
                window.figures(),
                window.reason());
    }

    private static Truth truth(boolean trusted, Condition condition, Observation window) {
        return trusted ? condition.of(window) : Truth.UNKNOWN;
    }
}
