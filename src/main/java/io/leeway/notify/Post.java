package io.leeway.notify;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.alert.Incident;
import io.leeway.alert.IncidentId;
import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import io.leeway.notify.Correspondence.Due;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes mails and puts them into the queue, as part of the caller's commit. Not safe for threads. */
final class Post {
    private static final List<Table> OF_MAILS = List.of(Tables.MAILS, Tables.DELIVERIES, Tables.QUEUE);

    private final Composer composer;
    private final Receivers receivers;
    private final Function<Incident, Optional<Rule.Wording>> wording;
    private final Function<Due, Circle> circle;
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final NavigableMap<Instant, List<String>> roundups = new TreeMap<>();

    /**
     * One that has sent nothing.
     *
     * @param circle who else is told of what is to be told to somebody
     */
    Post(
            Composer composer,
            Receivers receivers,
            Function<Incident, Optional<Rule.Wording>> wording,
            Function<Due, Circle> circle) {
        this.composer = composer;
        this.receivers = receivers;
        this.wording = wording;
        this.circle = circle;
    }

    /** A mail that was queued before the service started. */
    void restore(Delivery delivery, boolean roundup) {
        MailKey key = delivery.key();
        numbers.merge(key.incident(), key.number(), Math::max);
        if (roundup) {
            remember(key.incident(), delivery.decided());
        }
    }

    /** Queues what tells one receiver of one incident, once for each way out; returns the Message-ID of the first. */
    String letter(Due due, Instant now, Changes commit) {
        List<String> queued = due.receiver().ways().stream()
                .map(way -> letter(due, way, now, commit))
                .toList();
        return queued.get(0);
    }

    /**
     * Queues what tells a receiver of several incidents: one mail, but a call of its own for each incident, since whoever is
     * called closes what is over by the name under which it was opened.
     */
    void roundup(List<Due> parcel, Receiver to, Instant now, Changes commit) {
        for (Receiver way : to.ways()) {
            if (way.email().isEmpty()) {
                parcel.forEach(due -> letter(due, way, now, commit));
            } else {
                together(parcel.stream().map(Due::news).toList(), way, now, commit);
            }
        }
    }

    @CanIgnoreReturnValue
    private String letter(Due due, Receiver to, Instant now, Changes commit) {
        Incident incident = due.incident();
        MailKey key = new MailKey(incident.id(), numbers.merge(incident.id(), 1, Integer::sum));
        String messageId = key.messageId(receivers.mail().messageIdDomain());
        Letter letter = new Letter(
                messageId,
                due.conversation().thread(),
                now,
                due.news(),
                wording.apply(incident),
                to,
                receivers,
                circle.apply(due));
        queue(mail(key, messageId, now, to, composer.compose(letter)), commit);
        return messageId;
    }

    private void together(List<News> news, Receiver to, Instant now, Changes commit) {
        MailKey key = new MailKey(IncidentId.of("roundup", new Tags(Map.of("receiver", to.name())), now), 1);
        String messageId = key.messageId(receivers.mail().messageIdDomain());
        queue(
                mail(key, messageId, now, to, composer.compose(new Roundup(messageId, now, news, to, receivers))),
                commit);
        remember(key.incident(), now);
    }

    /** Forgets the mails about an incident. */
    void forget(String incident, Changes commit) {
        byte[] key = Keys.of(incident).bytes();
        OF_MAILS.forEach(table -> commit.deleteRange(table, key, Keys.after(key)));
        numbers.remove(incident);
    }

    /** Forgets the mails about several incidents that are so much older than the newest of them. */
    List<String> dropRoundupsOlderThan(Duration keep, Changes commit) {
        if (roundups.isEmpty()) {
            return List.of();
        }
        Map<Instant, List<String>> old = roundups.headMap(roundups.lastKey().minus(keep), false);
        List<String> dropped = old.values().stream().flatMap(List::stream).toList();
        dropped.forEach(roundup -> forget(roundup, commit));
        old.clear();
        return dropped;
    }

    private void remember(String roundup, Instant when) {
        roundups.computeIfAbsent(when, at -> new ArrayList<>()).add(roundup);
    }

    private static Mail mail(MailKey key, String messageId, Instant now, Receiver to, Composer.Composed composed) {
        return new Mail(
                key, messageId, now, to.name(), to.addresses(), composed.subject(), composed.text(), composed.bytes());
    }

    private static void queue(Mail mail, Changes commit) {
        byte[] key = mail.key().bytes();
        commit.put(Tables.MAILS, key, mail.stored());
        commit.put(Tables.DELIVERIES, key, Delivery.queued(mail).stored());
        commit.put(Tables.QUEUE, key, new byte[0]);
    }
}
