package io.leeway.yaml;

import io.leeway.alert.Derivation;
import io.leeway.alert.Rule;
import io.leeway.text.Suggestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks which rules explain or confirm which: every one is there, and none explains itself, not through others either. */
final class Explanations {
    private static final String KEY = "hold_back_while";
    private static final String WORD = "confirmed_by";
    private static final String LABELS = "performance";

    private Explanations() {}

    static void check(List<RuleReader.Read> rules) {
        rules.forEach(read -> read.section()
                .text(WORD)
                .ifPresent(named -> checkWord(read.rule().name(), named, rules)));
        Map<String, List<String>> explainers = new HashMap<>();
        rules.forEach(read -> explainers.put(read.rule().name(), read.rule().holdBackWhile()));
        for (RuleReader.Read read : rules) {
            for (Text named : read.section().texts(KEY)) {
                check(read.rule().name(), named, explainers);
            }
        }
    }

    /** Only windows that labels judge one by one have the last word. */
    private static void checkWord(String of, Text named, List<RuleReader.Read> rules) {
        Optional<Rule> word = rules.stream()
                .map(RuleReader.Read::rule)
                .filter(rule -> rule.name().equals(named.value()))
                .findFirst();
        if (word.isEmpty()) {
            List<String> names = rules.stream().map(read -> read.rule().name()).toList();
            named.problem("there is no rule " + named.value() + "; " + Suggestion.sentence(named.value(), names));
        } else if (named.value().equals(of)) {
            named.problem(of + " would have the last word of itself: name the rule that watches labels");
        } else if (!word.get().watch().measurement().equals(LABELS)
                || !word.get().derivation().equals(Derivation.NONE)) {
            named.problem(
                    named.value() + " does not judge windows by labels: name a threshold rule that watches " + LABELS);
        }
    }

    private static void check(String rule, Text named, Map<String, List<String>> explainers) {
        String explainer = named.value();
        if (!explainers.containsKey(explainer)) {
            named.problem("there is no rule " + explainer + "; " + Suggestion.sentence(explainer, explainers.keySet()));
        } else if (reaches(explainer, rule, explainers, new HashSet<>())) {
            named.problem(rule + " would be held back by itself, through " + explainer + ": both would stay silent");
        }
    }

    private static boolean reaches(String from, String to, Map<String, List<String>> explainers, Set<String> seen) {
        return from.equals(to)
                || (seen.add(from)
                        && explainers.getOrDefault(from, List.of()).stream()
                                .anyMatch(next -> reaches(next, to, explainers, seen)));
    }
}
