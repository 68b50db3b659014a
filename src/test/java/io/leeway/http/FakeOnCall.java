package io.leeway.http;

import io.leeway.links.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** One open incident and one mail about it. */
final class FakeOnCall implements OnCall {
    private final Instant opened;
    volatile String title = "distance";
    /** What was done by links. */
    final List<String> followed = new CopyOnWriteArrayList<>();

    FakeOnCall(Instant opened) {
        this.opened = opened;
    }

    @Override
    public List<Incident> incidents() {
        return List.of(new Incident(
                "i1",
                "drift",
                "flights",
                "*",
                "page",
                "open",
                opened,
                Optional.empty(),
                title,
                "Look.",
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public List<Silence> silences() {
        return List.of();
    }

    @Override
    public CompletionStage<Silence> silence(Silencing wanted) {
        if (wanted.author().isEmpty()) {
            throw new IllegalArgumentException("author is missing: say who silences.");
        }
        return CompletableFuture.completedFuture(new Silence("s1", "active", opened, opened.plusSeconds(60), wanted));
    }

    @Override
    public CompletionStage<Optional<Silence>> endSilence(String id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<Optional<Incident>> acknowledge(String incident, Caring wanted) {
        return CompletableFuture.completedFuture(
                incidents().stream().filter(each -> each.id().equals(incident)).findFirst());
    }

    /** A link is the name of its deed; the one for ever is good for nothing any more. */
    @Override
    public Invitation invitation(String link) {
        return switch (link) {
            case "ack" -> invitation(Deed.ACKNOWLEDGE, Invitation.Standing.OPEN);
            case "silence" -> invitation(Deed.SILENCE_SHORTLY, Invitation.Standing.OPEN);
            case "until-over" -> invitation(Deed.SILENCE_UNTIL_OVER, Invitation.Standing.OPEN);
            case "over" -> invitation(Deed.ACKNOWLEDGE, Invitation.Standing.OVER);
            case "old" -> Invitation.EXPIRED;
            default -> Invitation.FORGED;
        };
    }

    private Invitation invitation(Deed deed, Invitation.Standing standing) {
        return new Invitation(
                standing,
                Optional.of(new Invitation.Offer(deed, incidents().get(0), "on-call", opened.plus(deed.longest()))));
    }

    @Override
    public CompletionStage<Invitation> follow(String link, String name) {
        Invitation invitation = invitation(link);
        if (invitation.standing() == Invitation.Standing.OPEN) {
            followed.add(link + " by " + name);
            invitation = invitation.done(incidents().get(0));
        }
        return CompletableFuture.completedFuture(invitation);
    }

    @Override
    public List<Mail> mails() {
        return List.of(new Mail("m1", opened, "a@b.example", "[flights] distance", "sent"));
    }

    @Override
    public Optional<String> mailText(String id) {
        return id.equals("m1") ? Optional.of("Dear you") : Optional.empty();
    }
}
