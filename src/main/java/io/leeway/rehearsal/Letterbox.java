package io.leeway.rehearsal;

import io.leeway.notify.Fate;
import io.leeway.notify.Mailer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A mail server that answers as it is told, and keeps what it takes. Not safe for threads. */
final class Letterbox implements Mailer {
    /** As Postfix's postgrey waits by default. */
    private static final Duration GREYLISTED = Duration.ofMinutes(5);

    private static final Fate REFUSED = new Fate.Deferred(Fate.Cause.SERVER, "the mail server refused the connection");
    private static final Fate PUT_OFF = new Fate.Deferred(Fate.Cause.MAIL, "451 4.7.1 greylisted, come back later");

    private final InstantSource clock;
    private final List<TakenMail> taken = new ArrayList<>();
    private final Map<String, Instant> firstSeen = new HashMap<>();
    private Event.Mood mood = Event.Mood.ACCEPT;

    Letterbox(InstantSource clock) {
        this.clock = clock;
    }

    void become(Event.Mood other) {
        mood = other;
    }

    List<TakenMail> taken() {
        return List.copyOf(taken);
    }

    @Override
    public Map<String, Fate> deliver(Envelope envelope) {
        Map<String, Fate> fates = new TreeMap<>();
        envelope.recipients().forEach(address -> fates.put(address, fate(address)));
        List<String> to = envelope.recipients().stream()
                .filter(address -> fates.get(address) instanceof Fate.Accepted)
                .toList();
        if (!to.isEmpty()) {
            taken.add(TakenMail.of(clock.instant(), to, envelope));
        }
        return fates;
    }

    private Fate fate(String address) {
        return switch (mood) {
            case ACCEPT -> new Fate.Accepted();
            case REFUSE -> REFUSED;
            case GREYLIST -> greylisted(address);
        };
    }

    private Fate greylisted(String address) {
        Instant first = firstSeen.computeIfAbsent(address, unseen -> clock.instant());
        return clock.instant().isBefore(first.plus(GREYLISTED)) ? PUT_OFF : new Fate.Accepted();
    }
}
