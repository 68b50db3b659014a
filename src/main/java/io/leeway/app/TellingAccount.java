package io.leeway.app;

import io.leeway.alert.Incident;
import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import io.leeway.notify.Archive;
import io.leeway.notify.Receiver;
import io.leeway.yaml.AlertFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kept an incident from being told, by which routes it goes, and who got what when. */
record TellingAccount(Incident incident, Archive archive, AlertFiles alerts) {
    List<String> lines(Optional<Rule> rule) {
        List<String> lines = new ArrayList<>(List.of("", "What held it back"));
        List<String> holds = new ArrayList<>(causes(rule));
        holds.addAll(silences());
        holds.addAll(acknowledgement());
        lines.addAll(holds.isEmpty() ? List.of("  nothing") : holds);
        lines.addAll(List.of("", "Routes, by the labels " + labels()));
        lines.addAll(routes());
        lines.addAll(List.of("", "Who got what"));
        List<String> mails = mails();
        lines.addAll(mails.isEmpty() ? List.of("  nobody got anything") : mails);
        return lines;
    }

    private List<String> causes(Optional<Rule> rule) {
        List<String> causes = rule.map(Rule::holdBackWhile).orElse(List.of());
        return archive.incidents().stream()
                .filter(other -> causes.contains(other.rule()) && other.concerns(incident))
                .filter(other -> end(other).isAfter(incident.span().opened()))
                .filter(other -> other.span().opened().isBefore(end(incident)))
                .map(other -> "  " + other.rule() + ", which explains it: incident " + other.id() + " from "
                        + other.span().opened() + " to "
                        + other.span().cleared().map(Instant::toString).orElse("now"))
                .toList();
    }

    private static Instant end(Incident incident) {
        return incident.span().cleared().orElse(Instant.MAX);
    }

    private List<String> silences() {
        return archive.silences().stream()
                .filter(silence -> silence.covers(incident, labels()))
                .map(silence -> "  a silence of " + silence.author() + " from " + silence.start() + " to "
                        + silence.end() + ": " + silence.reason())
                .toList();
    }

    private List<String> acknowledgement() {
        return archive.acknowledgement(incident.id()).stream()
                .map(ack -> "  repeats and escalation: acknowledged by " + ack.author() + " at " + ack.at() + " until "
                        + ack.until())
                .toList();
    }

    private List<String> routes() {
        return alerts.receivers().route().leaves(labels()).stream()
                .map(leaf -> "  to " + leaf.policy().to().orElse("the owner, " + labels().get("owner")) + ", by "
                        + String.join(" > ", leaf.path())
                        + leaf.policy()
                                .hours()
                                .map(hours -> ", in working hours")
                                .orElse(""))
                .toList();
    }

    /** Its own mails, and those that told it together with others. */
    private List<String> mails() {
        return archive.mails().stream()
                .filter(entry -> entry.mail().key().incident().equals(incident.id())
                        || entry.mail().text().contains(incident.id()))
                .sorted(Comparator.comparing(entry -> entry.mail().date()))
                .map(entry -> "  " + entry.mail().date() + " to " + entry.mail().receiver() + ": "
                        + entry.mail().subject() + " (" + fates(entry) + ")")
                .toList();
    }

    private static String fates(Archive.Entry entry) {
        return entry.delivery().recipients().entrySet().stream()
                .map(each -> Receiver.shown(each.getKey()) + " "
                        + each.getValue().state().name().toLowerCase(Locale.ROOT)
                        + (each.getValue().note().isEmpty()
                                ? ""
                                : ": " + each.getValue().note()))
                .collect(Collectors.joining("; "));
    }

    private Tags labels() {
        return alerts.labels().apply(incident);
    }
}
