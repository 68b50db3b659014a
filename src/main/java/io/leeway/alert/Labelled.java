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
     * @param read is given those whose windows were needed
     */
    List<IncidentChange> confirm(Set<Group> touched, Instant since, Set<History> read) {
        List<IncidentChange> changes = new ArrayList<>();
        for (Group group : groups) {
            if (group.rule().confirmedBy().isEmpty()) {
                continue;
            }
            List<Group> words = groups.stream().filter(group::isConfirmedBy).toList();
            if (!words.isEmpty() && (touched.contains(group) || words.stream().anyMatch(touched::contains))) {
                words.forEach(word -> read.addAll(word.members()));
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
