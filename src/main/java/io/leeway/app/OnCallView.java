package io.leeway.app;

import io.leeway.alert.Member;
import io.leeway.alert.Tags;
import io.leeway.app.verticle.AlertVerticle;
import io.leeway.http.Invitation;
import io.leeway.http.OnCall;
import io.leeway.links.Deed;
import io.leeway.notify.Acknowledgement;
import io.leeway.notify.Archive;
import io.leeway.notify.Delivery;
import io.leeway.notify.Receiver;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Incidents, mails and silences for the HTTP interface, as they stand in the archive; what is said goes to the rules. */
final class OnCallView implements OnCall {
    private final Archive archive;
    private final AlertVerticle desk;
    private final Supplier<Desk> parts;
    private final Invitations invitations;
    private final InstantSource clock;

    OnCallView(AlertVerticle desk, Supplier<Desk> parts, InstantSource clock) {
        this.archive = new Archive(parts.get().store());
        this.desk = desk;
        this.parts = parts;
        this.invitations = new Invitations(parts.get().seal(), archive);
        this.clock = clock;
    }

    @Override
    public Invitation invitation(String link) {
        return invitations.invitation(link, clock.instant(), this::incident);
    }

    /** A link that is good for nothing costs no commit: anybody may send one. */
    @Override
    public CompletionStage<Invitation> follow(String link, String name) {
        Invitation before = invitation(link);
        return before.standing() == Invitation.Standing.OPEN
                ? followOpen(link, name)
                : CompletableFuture.completedFuture(before);
    }

    /** What the link is good for is asked again where it is done, so that nothing comes between. */
    private CompletionStage<Invitation> followOpen(String link, String name) {
        Instant now = clock.instant();
        return desk.act((alerts, commit) -> {
                    Invitation invitation = invitation(link);
                    invitation
                            .offer()
                            .filter(unused -> invitation.standing() == Invitation.Standing.OPEN)
                            .ifPresent(offer -> {
                                if (offer.deed() == Deed.ACKNOWLEDGE) {
                                    var unused =
                                            alerts.acknowledge(Invitations.acknowledgement(offer, name, now), commit);
                                } else {
                                    alerts.silence(form().silence(silencing(offer, name), now), now, commit);
                                }
                            });
                    return invitation;
                })
                .map(this::done)
                .toCompletionStage();
    }

    /** Of the rules as they are by now. */
    private SilenceForm form() {
        return new SilenceForm(parts.get().alerts().rules());
    }

    private Silencing silencing(Invitation.Offer offer, String name) {
        return Invitations.silencing(
                offer, archive.incident(offer.incident().id()).orElseThrow().labels(), name);
    }

    private Invitation done(Invitation before) {
        return before.standing() == Invitation.Standing.OPEN
                ? before.offer()
                        .flatMap(offer -> archive.incident(offer.incident().id()))
                        .map(incident -> before.done(incident(incident)))
                        .orElse(before)
                : before;
    }

    @Override
    public List<Silence> silences() {
        Instant now = clock.instant();
        return archive.silences().stream()
                .map(silence -> SilenceForm.told(silence, now))
                .toList();
    }

    @Override
    public CompletionStage<Silence> silence(Silencing wanted) {
        Instant now = clock.instant();
        io.leeway.notify.Silence silence = form().silence(wanted, now);
        return desk.act((alerts, commit) -> {
                    alerts.silence(silence, now, commit);
                    return SilenceForm.told(silence, now);
                })
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<Silence>> endSilence(String id) {
        Instant now = clock.instant();
        return desk.act((alerts, commit) ->
                        alerts.endSilence(id, now, commit).map(ended -> SilenceForm.told(ended, now)))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<Incident>> acknowledge(String incident, Caring wanted) {
        Instant now = clock.instant();
        Instant until = wanted.until().orElse(now.plus(Acknowledgement.USUAL));
        Acknowledgement said = new Acknowledgement(incident, wanted.author(), wanted.note(), now, until);
        return desk.act((alerts, commit) -> alerts.acknowledge(said, commit))
                .map(open -> open.map(this::incident))
                .toCompletionStage();
    }

    @Override
    public List<Incident> incidents() {
        return archive.incidents().stream().map(this::incident).toList();
    }

    @Override
    public List<Mail> mails() {
        return archive.mails().stream().map(OnCallView::mail).toList();
    }

    @Override
    public Optional<String> mailText(String id) {
        return archive.mails().stream()
                .filter(entry -> entry.mail().key().toString().equals(id))
                .map(entry -> SignedOffers.concealed(entry.mail().text()))
                .findFirst();
    }

    private Incident incident(io.leeway.alert.Incident incident) {
        return new Incident(
                incident.id(),
                incident.rule(),
                incident.model(),
                incident.version(),
                incident.level().name().toLowerCase(Locale.ROOT),
                incident.span().flapping() ? "flapping" : incident.state().text(),
                incident.span().opened(),
                incident.open() ? Optional.empty() : incident.span().cleared(),
                incident.title(),
                incident.span().members().stream().map(OnCallView::sentence).collect(Collectors.joining("\n")),
                archive.acknowledgement(incident.id())
                        .filter(said -> said.until().isAfter(clock.instant()))
                        .map(said -> new Caring(said.author(), said.note(), Optional.of(said.until()))),
                incident.open() ? silencedUntil(incident) : Optional.empty());
    }

    private Optional<Instant> silencedUntil(io.leeway.alert.Incident incident) {
        Tags labels = parts.get().alerts().labels().apply(incident);
        return archive.silences().stream()
                .filter(silence -> silence.active(clock.instant()) && silence.covers(incident, labels))
                .map(io.leeway.notify.Silence::end)
                .max(Comparator.naturalOrder());
    }

    private static String sentence(Member member) {
        return member.episode().worst().reason();
    }

    private static Mail mail(Archive.Entry entry) {
        return new Mail(
                entry.mail().key().toString(),
                entry.mail().date(),
                entry.mail().to().stream().map(Receiver::shown).collect(Collectors.joining(", ")),
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
