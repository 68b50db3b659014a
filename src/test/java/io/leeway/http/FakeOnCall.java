package io.leeway.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One open incident and one mail about it. */
final class FakeOnCall implements OnCall {
    private final Instant opened;

    FakeOnCall(Instant opened) {
        this.opened = opened;
    }

    @Override
    public List<Incident> incidents() {
        return List.of(new Incident(
                "i1", "drift", "flights", "*", "page", "open", opened, Optional.empty(), "distance", "Look."));
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
