package io.leeway.app;

import io.leeway.alert.Chronicle;
import io.leeway.alert.Confirmation;
import io.leeway.alert.Incident;
import io.leeway.alert.Member;
import io.leeway.alert.Rule;
import io.leeway.alert.Span;
import io.leeway.notify.Archive;
import io.leeway.yaml.AlertFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why an incident is what it is, from what the service has committed, as lines for a terminal. */
record IncidentAccount(Incident incident, Archive archive, AlertFiles alerts) {
    List<String> lines() {
        List<String> lines = new ArrayList<>(head());
        Optional<Rule> rule = alerts.rules().stream()
                .filter(each -> each.name().equals(incident.rule()))
                .findFirst();
        lines.addAll(rule.map(this::windows)
                .orElse(List.of(
                        "", "The rule is not among those configured now, so its windows cannot be judged again.")));
        lines.addAll(new TellingAccount(incident, archive, alerts).lines(rule));
        return lines;
    }

    private List<String> head() {
        Span span = incident.span();
        return List.of(
                "Incident " + incident.id() + ": " + incident.title(),
                "  rule      " + incident.rule() + ", " + incident.labels(),
                "  state     " + incident.state().text() + ", "
                        + incident.level().text() + (span.flapping() ? ", flapping" : "") + ", because: "
                        + incident.reason().sentence().toLowerCase(Locale.ROOT),
                "  breached  with the window that ends " + span.breached(),
                "  opened    with the window that ends " + span.opened(),
                "  cleared   "
                        + span.cleared()
                                .map(end -> "with the window that ends " + end)
                                .orElse("not yet"),
                "  members   " + span.members().size() + " of " + incident.watched() + " watched",
                "  labels    "
                        + incident.confirmation().map(Confirmation::sentence).orElse("say nothing of it"));
    }

    private List<String> windows(Rule rule) {
        List<Chronicle> all = archive.chronicles(rule);
        List<String> lines = new ArrayList<>();
        for (Member member : incident.span().members()) {
            lines.add("");
            lines.add(
                    "Windows of " + String.join(" ", member.instance().values().values()));
            lines.addAll(all.stream()
                    .filter(chronicle -> chronicle.instance().equals(member.instance()))
                    .findFirst()
                    .map(chronicle -> new WindowsAccount(rule, member.episode()).lines(chronicle))
                    .orElse(List.of("  are not kept any more")));
        }
        return lines;
    }
}
