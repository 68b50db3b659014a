package io.leeway.yaml;

import io.leeway.alert.Level;
import io.leeway.notify.Receiver;
import io.leeway.routing.Daily;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads somebody who can be told: {@code {email: [me@example.org], min_level: critical, digest: {at: "08:00"}}}. */
final class ReceiverReader {
    private static final int MOST_MAILS = 1000;
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ZoneId zone;

    /**
     * Reads receivers.
     *
     * @param zone of times that name none
     */
    ReceiverReader(ZoneId zone) {
        this.zone = zone;
    }

    Optional<Receiver> receiver(String name, Section section) {
        section.only("email", "webhook", "min_level", "digest", "limit");
        List<String> email = section.texts("email").stream()
                .flatMap(text -> Addresses.address(text).stream())
                .toList();
        Level least = section.text("min_level").flatMap(ReceiverReader::level).orElse(Level.WARNING);
        List<String> webhooks = section.texts("webhook").stream()
                .flatMap(text -> Addresses.webhook(text).stream())
                .toList();
        if (section.texts("email").isEmpty() && section.texts("webhook").isEmpty()) {
            section.problem("email", "a receiver needs at least one address: email: [me@example.org]");
        }
        Optional<Receiver.Digest> digest = section.section("digest").flatMap(this::digest);
        Receiver.Limit limit =
                section.section("limit").map(ReceiverReader::limit).orElse(Receiver.Limit.DEFAULTS);
        return email.isEmpty() && webhooks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Receiver(name, email, webhooks, least, digest, limit));
    }

    private Optional<Receiver.Digest> digest(Section section) {
        section.only("at", "zone", "levels");
        ZoneId of = section.text("zone").flatMap(HoursReader::zone).orElse(zone);
        Set<Level> levels = section.texts("levels").stream()
                .flatMap(text -> level(text).stream())
                .collect(Collectors.toSet());
        if (section.texts("levels").isEmpty()) {
            section.problem("levels", "a digest needs the levels that wait for it: levels: [warning]");
        }
        return section.needed("at")
                .flatMap(HoursReader::time)
                .map(at -> new Receiver.Digest(new Daily(at, of), levels));
    }

    private static Receiver.Limit limit(Section section) {
        section.only("mails", "per", "then");
        var then = section.needed("then").flatMap(text -> text.oneOf(List.of("digest"), name -> name));
        long mails = section.needed("mails")
                .map(text -> text.whole(1, MOST_MAILS).orElse(1))
                .orElse(1L);
        Optional<Text> per = section.needed("per");
        Duration duration = per.flatMap(Text::duration).orElse(Receiver.Limit.DEFAULTS.per());
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            per.ifPresent(text -> text.problem("per must be longer than nothing and at most 1d"));
        }
        return then.isEmpty() ? Receiver.Limit.DEFAULTS : new Receiver.Limit((int) mails, duration);
    }

    private static Optional<Level> level(Text text) {
        return text.oneOf(Arrays.asList(Level.values()), Level::text);
    }
}
