package io.leeway.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One open incident and one mail about it. */
final class FakeOnCall implements OnCall {
    private final Instant opened;

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
                "distance",
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

    @Override
    public List<Mail> mails() {
        return List.of(new Mail("m1", opened, "a@b.example", "[flights] distance", "sent"));
    }

    @Override
    public Optional<String> mailText(String id) {
        return id.equals("m1") ? Optional.of("Dear you") : Optional.empty();
    }
}
