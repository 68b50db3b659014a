package io.leeway.alert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sentence that names an incident of some rule.
 *
 * @param labels what the rule groups by
 * @param watched how many members the group has
 */
record Headline(Rule rule, Tags labels, int watched) {
    private static final int NAMES_TOLD = 3;

    String title(Span span) {
        Map<String, String> texts = new HashMap<>(labels.values());
        texts.put("firing", String.valueOf(span.members().size()));
        texts.put("members", String.valueOf(watched));
        texts.put("names", names(span));
        Finding worst = span.members().get(0).episode().worst();
        return rule.wording()
                .title()
                .filled(texts, name -> Optional.ofNullable(worst.figures().get(name)));
    }

    private static String names(Span span) {
        List<String> names = span.members().stream().map(Member::name).toList();
        String told = names.stream().limit(NAMES_TOLD).collect(Collectors.joining(", "));
        return names.size() > NAMES_TOLD ? told + " and " + (names.size() - NAMES_TOLD) + " more" : told;
    }
}
