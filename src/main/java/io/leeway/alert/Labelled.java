package io.leeway.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The groups of one model, of which some rules on labels have the last word of what others found without them.
 *
 * @param groups those of all rules
 */
record Labelled(List<Group> groups) {
    /**
     * What is new of incidents that were not over by an instant.
     *
     * @param touched groups whose windows have just changed
     */
    List<IncidentChange> confirm(Set<Group> touched, Instant since) {
        List<IncidentChange> changes = new ArrayList<>();
        for (Group group : groups) {
            List<Group> words = groups.stream().filter(group::isConfirmedBy).toList();
            if (!words.isEmpty() && (touched.contains(group) || words.stream().anyMatch(touched::contains))) {
                changes.addAll(group.confirm(since, span -> Confirmation.of(span, judged(words, span))));
            }
        }
        return changes;
    }

    private static List<Judgement> judged(List<Group> words, Span span) {
        return words.stream()
                .flatMap(word -> word.judged(span.since()).stream())
                .toList();
    }
}
