package io.leeway.app;

import io.leeway.alert.Member;
import io.leeway.http.OnCall;
import io.leeway.notify.Archive;
import io.leeway.notify.Delivery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Incidents and mails for the HTTP interface, as they stand in the archive. */
final class OnCallView implements OnCall {
    private final Archive archive;

    OnCallView(Archive archive) {
        this.archive = archive;
    }

    @Override
    public List<Incident> incidents() {
        return archive.incidents().stream().map(OnCallView::incident).toList();
    }

    @Override
    public List<Mail> mails() {
        return archive.mails().stream().map(OnCallView::mail).toList();
    }

    @Override
    public Optional<String> mailText(String id) {
        return archive.mails().stream()
                .filter(entry -> entry.mail().key().toString().equals(id))
                .map(entry -> entry.mail().text())
                .findFirst();
    }

    private static Incident incident(io.leeway.alert.Incident incident) {
        return new Incident(
                incident.id(),
                incident.rule(),
                incident.model(),
                incident.version(),
                incident.level().name().toLowerCase(Locale.ROOT),
                incident.state().text(),
                incident.span().opened(),
                incident.open() ? Optional.empty() : incident.span().cleared(),
                incident.title(),
                incident.span().members().stream().map(OnCallView::sentence).collect(Collectors.joining("\n")));
    }

    private static String sentence(Member member) {
        return member.episode().worst().reason();
    }

    private static Mail mail(Archive.Entry entry) {
        return new Mail(
                entry.mail().key().toString(),
                entry.mail().date(),
                String.join(", ", entry.mail().to()),
                entry.mail().subject(),
                state(entry.delivery().state()));
    }

    private static String state(Delivery.State state) {
        return switch (state) {
            case QUEUED -> "waiting";
            case SENT -> "sent";
            case SUPERSEDED -> "superseded";
            case FAILED -> "failed";
        };
    }
}
