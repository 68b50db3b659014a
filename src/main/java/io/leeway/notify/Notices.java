package io.leeway.notify;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the service says of itself, put into the same queue as everything else. Such a mail is decided once: its name
 * follows from what it is about.
 *
 * @param receivers the first of them is told what nobody else is responsible for
 */
public record Notices(NoticeComposer composer, Receivers receivers) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final String UNDELIVERED = "undelivered";

    /**
     * Tells those who can be reached that somebody cannot, once a day for each address.
     *
     * @return whether there is anybody to tell, and anything new
     */
    boolean undelivered(Delivery delivery, Store store, Instant now, Changes commit) {
        List<String> failed = in(delivery, Delivery.State.FAILED).toList();
        TreeSet<String> to = new TreeSet<>(in(delivery, Delivery.State.SENT)
                .filter(address -> !Receiver.isWebhook(address))
                .toList());
        receivers.all().values().stream()
                .filter(receiver -> receiver.addresses().stream().anyMatch(failed::contains))
                .forEach(receiver -> to.addAll(receiver.email()));
        receivers.all().values().stream().findFirst().ifPresent(first -> to.addAll(first.email()));
        failed.forEach(to::remove);
        MailKey key = new MailKey(UNDELIVERED + "-" + DAY.format(now) + "-" + name(failed), 1);
        if (to.isEmpty()
                || delivery.key().incident().startsWith(UNDELIVERED)
                || store.get(Tables.DELIVERIES, key.bytes()).isPresent()) {
            return false;
        }
        queue(key, notice(delivery, key, List.copyOf(to), now), commit);
        return true;
    }

    /** Queues a notice; returns its delivery, as it is put into the commit. */
    @CanIgnoreReturnValue
    Delivery queue(MailKey key, Notice notice, Changes commit) {
        Composer.Composed composed = composer.compose(notice);
        Mail mail = new Mail(
                key,
                notice.messageId(),
                notice.date(),
                "",
                notice.to(),
                composed.subject(),
                composed.text(),
                composed.bytes());
        commit.put(Tables.MAILS, key.bytes(), mail.stored());
        Delivery queued = Delivery.queued(mail);
        commit.put(Tables.DELIVERIES, key.bytes(), queued.stored());
        commit.put(Tables.QUEUE, key.bytes(), new byte[0]);
        return queued;
    }

    private Notice notice(Delivery delivery, MailKey key, List<String> to, Instant now) {
        List<Notice.Fact> facts = delivery.recipients().entrySet().stream()
                .filter(entry -> entry.getValue().state() == Delivery.State.FAILED)
                .map(entry -> new Notice.Fact(
                        Receiver.shown(entry.getKey()), entry.getValue().note()))
                .toList();
        String who = in(delivery, Delivery.State.FAILED).map(Receiver::shown).collect(Collectors.joining(", "));
        return new Notice(
                key.messageId(receivers.mail().messageIdDomain()),
                "UNDELIVERED",
                "A mail to " + who + " could not be delivered",
                now,
                to,
                "A mail about incident " + delivery.key().incident() + " will never reach " + who + ".",
                facts,
                List.of(
                        "Is the address right? It stands in receivers.yml.",
                        "The mail itself is kept and shown on the page; whoever it was for must be told another way."),
                "You are told because you share a receiver or a mail with that address, or are the first receiver. It"
                        + " is told once a day.");
    }

    private static Stream<String> in(Delivery delivery, Delivery.State state) {
        return delivery.recipients().entrySet().stream()
                .filter(entry -> entry.getValue().state() == state)
                .map(Map.Entry::getKey);
    }

    private static String name(List<String> addresses) {
        return Integer.toUnsignedString(addresses.hashCode(), 36);
    }
}
