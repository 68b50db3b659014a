package io.leeway.app;

import io.leeway.alert.IncidentId;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import io.leeway.http.OnCall;
import io.leeway.notify.Labels;
import io.leeway.notify.Silence;
import io.leeway.routing.Matcher;
import io.leeway.text.NamePattern;
import io.leeway.text.Suggestion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Silences as the HTTP interface speaks of them, and as they are kept. */
final class SilenceForm {
    /** Names unlike each other, as nobody gives them together: what matches all of them matches whatever there is. */
    private static final List<String> UNLIKE =
            List.of("a", "Z", "0", "-", "_", "é", "some-longer.name_1 of = anything");

    private final Set<String> labels;
    private final Map<String, List<String>> all;

    /** A form for incidents of these rules. */
    SilenceForm(Collection<Rule> rules) {
        this.labels = Labels.known(
                rules.stream().flatMap(rule -> rule.watch().per().stream()).collect(Collectors.toSet()));
        List<String> levels = Stream.of(Level.values()).map(Level::text).toList();
        List<String> names = rules.stream().map(Rule::name).toList();
        this.all = names.size() < 2 ? Map.of("level", levels) : Map.of("level", levels, "rule", names);
    }

    /**
     * The silence that somebody wants.
     *
     * @throws IllegalArgumentException with a sentence that says what to give instead
     */
    Silence silence(OnCall.Silencing wanted, Instant now) {
        if (wanted.end().isEmpty() && !wanted.untilResolved()) {
            throw new IllegalArgumentException("end is missing: give a time, or \"until\": \"resolved\".");
        }
        Instant start = wanted.start().filter(now::isBefore).orElse(now);
        if (start.isAfter(now.plus(Silence.LONGEST))) {
            throw new IllegalArgumentException("start lies more than 30 days ahead.");
        }
        Instant end = wanted.end().orElse(start.plus(Silence.LONGEST));
        List<Matcher> matchers = wanted.matchers().entrySet().stream()
                .map(entry -> matcher(entry.getKey(), entry.getValue()))
                .toList();
        if (matchers.stream().allMatch(this::saysNothing)) {
            throw new IllegalArgumentException(
                    "matchers would silence everything: name some models or rules, such as {\"model\":\"credit-*\"}.");
        }
        Tags about = new Tags(Map.of("matchers", matchers.toString(), "author", wanted.author()));
        return new Silence(
                IncidentId.of("silence", about, now),
                matchers,
                start,
                end,
                wanted.untilResolved(),
                wanted.author(),
                wanted.reason());
    }

    static OnCall.Silence told(Silence silence, Instant now) {
        Map<String, List<String>> matchers = new TreeMap<>();
        silence.matchers()
                .forEach(matcher -> matchers.put(
                        matcher.label(),
                        matcher.any().stream().map(NamePattern::written).toList()));
        return new OnCall.Silence(
                silence.id(),
                state(silence, now),
                silence.start(),
                silence.end(),
                new OnCall.Silencing(
                        matchers,
                        Optional.of(silence.start()),
                        Optional.of(silence.end()),
                        silence.untilResolved(),
                        silence.author(),
                        silence.reason()));
    }

    private static String state(Silence silence, Instant now) {
        if (silence.start().isAfter(now)) {
            return "pending";
        }
        return silence.end().isAfter(now) ? "active" : "expired";
    }

    /** Whether a matcher leaves nothing out of what there is. */
    private boolean saysNothing(Matcher matcher) {
        return all.getOrDefault(matcher.label(), UNLIKE).stream()
                .allMatch(name -> matcher.matches(new Tags(Map.of(matcher.label(), name))));
    }

    private Matcher matcher(String label, List<String> any) {
        if (!labels.contains(label)) {
            throw new IllegalArgumentException(
                    "No incident has the label " + label + "; " + Suggestion.sentence(label, labels));
        }
        return new Matcher(label, any.stream().map(NamePattern::new).toList());
    }
}
