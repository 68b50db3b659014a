package io.leeway.yaml;

import io.leeway.notify.Labels;
import io.leeway.routing.Escalation;
import io.leeway.routing.Matcher;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import io.leeway.routing.Route;
import io.leeway.text.NamePattern;
import io.leeway.text.Suggestion;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the routing tree: {@code {match: {level: critical}, to: on-call, wait: 0s, routes: [...]}}. What a node does not say
 * is its parent's, what it matches excepted.
 */
final class RouteReader {
    private static final Policy ROOT = new Policy(Optional.empty(), Pace.DEFAULTS, Optional.empty(), List.of());
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Collection<String> receivers;
    private final Set<String> labels;
    private final ZoneId zone;

    /**
     * Reads for some receivers.
     *
     * @param labels those that incidents can have
     * @param zone of hours that name none
     */
    RouteReader(Collection<String> receivers, Set<String> labels, ZoneId zone) {
        this.receivers = receivers;
        this.labels = Labels.known(labels);
        this.zone = zone;
    }

    /** The tree that begins here. */
    Route root(Section section) {
        if (section.keys().contains("match") || section.keys().contains("continue")) {
            section.problem("the first route takes everything: it has neither match nor continue");
        }
        return route(section, ROOT);
    }

    private Route route(Section section, Policy parent) {
        section.only("match", "continue", "to", "wait", "update_every", "repeat_every", "hours", "escalate", "routes");
        Policy policy = policy(section, parent);
        boolean goesOn = section.text("continue").map(this::goesOn).orElse(false);
        List<Matcher> match = section.section("match").map(this::matchers).orElse(List.of());
        List<Route> routes = new ArrayList<>();
        section.sections("routes").forEach(each -> routes.add(below(each, policy)));
        return new Route(match, goesOn, policy, routes);
    }

    private Route below(Section section, Policy parent) {
        if (!section.keys().contains("match")) {
            section.problem("a route below the first needs match, such as {level: critical}");
        }
        return route(section, parent);
    }

    private Policy policy(Section section, Policy parent) {
        Pace pace = new Pace(
                duration(section, "wait", parent.pace().first()),
                duration(section, "update_every", parent.pace().updateEvery()),
                duration(section, "repeat_every", parent.pace().repeatEvery()));
        return new Policy(
                section.text("to").flatMap(this::receiver).or(parent::to),
                pace,
                section.section("hours")
                        .flatMap(each -> HoursReader.hours(each, zone))
                        .or(parent::hours),
                section.keys().contains("escalate") ? escalation(section) : parent.escalation());
    }

    private List<Escalation> escalation(Section section) {
        return section.sections("escalate").stream().flatMap(this::step).toList();
    }

    private Stream<Escalation> step(Section section) {
        section.only("after", "unless", "to");
        Optional<Duration> after = section.needed("after").flatMap(Text::duration);
        Optional<String> unless =
                section.needed("unless").flatMap(text -> text.oneOf(List.of("acknowledged"), name -> name));
        Optional<String> to = section.needed("to").flatMap(this::receiver);
        return after.isPresent() && unless.isPresent() && to.isPresent()
                ? Stream.of(new Escalation(after.get(), to.get()))
                : Stream.of();
    }

    private List<Matcher> matchers(Section section) {
        return section.keys().stream().flatMap(label -> matcher(section, label)).toList();
    }

    private Stream<Matcher> matcher(Section section, String label) {
        if (!labels.contains(label)) {
            section.problem(label, "no incident has the label " + label + "; " + Suggestion.sentence(label, labels));
        }
        List<NamePattern> any =
                section.texts(label).stream().flatMap(RouteReader::pattern).toList();
        return any.isEmpty() ? Stream.of() : Stream.of(new Matcher(label, any));
    }

    private static Stream<NamePattern> pattern(Text text) {
        try {
            return Stream.of(new NamePattern(text.value()));
        } catch (IllegalArgumentException e) {
            text.problem(String.valueOf(e.getMessage()));
            return Stream.of();
        }
    }

    private Optional<String> receiver(Text text) {
        return text.oneOf(List.copyOf(receivers), name -> name);
    }

    private boolean goesOn(Text text) {
        return text.oneOf(List.of("true", "false"), name -> name)
                .filter("true"::equals)
                .isPresent();
    }

    private static Duration duration(Section section, String key, Duration usual) {
        Optional<Text> text = section.text(key);
        Duration duration = text.flatMap(Text::duration).orElse(usual);
        if (duration.compareTo(LONGEST) > 0) {
            text.ifPresent(told -> told.problem(key + " is at most " + LONGEST.toDays() + "d"));
        }
        return duration;
    }
}
