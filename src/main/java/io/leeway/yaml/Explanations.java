package io.leeway.yaml;

import io.leeway.text.Suggestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks which rules explain which: every one is there, and none explains itself, not through others either. */
final class Explanations {
    private static final String KEY = "hold_back_while";

    private Explanations() {}

    static void check(List<RuleReader.Read> rules) {
        Map<String, List<String>> explainers = new HashMap<>();
        rules.forEach(read -> explainers.put(read.rule().name(), read.rule().holdBackWhile()));
        for (RuleReader.Read read : rules) {
            for (Text named : read.section().texts(KEY)) {
                check(read.rule().name(), named, explainers);
            }
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
