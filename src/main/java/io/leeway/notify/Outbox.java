package io.leeway.notify;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Delivers committed mails. The mails of one incident go in their order, each when the one before is delivered or has
 * failed for good; incidents do not wait for each other. Every mail is tried until the server takes it or refuses it for
 * good, always with the same bytes and the same Message-ID. A crash between the server's word and our commit sends a
 * mail once more, and so may a loss of power in the seconds before the store was last synced; nothing else does, a store
 * that takes no commits neither. Calls block; one thread at a time.
 */
public final class Outbox {
    private static final byte[] FIRST = new byte[0];
    /** Keys are texts, and no text begins with this byte in UTF-8. */
    private static final byte[] BEHIND_ALL = {(byte) 0xFF};

    private final Store store;
    private final Mailer mailer;

    public Outbox(Store store, Mailer mailer) {
        this.store = store;
        this.mailer = mailer;
    }

    /** Tries every mail that is due once, the oldest first, until the mail server itself turns out to be in trouble. */
    public Pass attemptDue(Instant now) {
        Tally tally = new Tally();
        Set<String> waiting = new HashSet<>();
        for (Delivery delivery : queued()) {
            if (!waiting.contains(delivery.key().incident())) {
                Delivery after = delivery.next().isAfter(now) ? delivery : attempt(delivery, now, tally);
                if (after.state() == Delivery.State.QUEUED) {
                    waiting.add(after.key().incident());
                    tally.comeBack(after.next());
                }
                if (tally.serverInTrouble) {
                    return tally.pass(Optional.of(after.next()));
                }
            }
        }
        return tally.pass(tally.next);
    }

    /** How many mails wait. Any thread may ask. */
    public static long queued(Store store) {
        long[] waiting = new long[1];
        store.scan(Tables.QUEUE, FIRST, BEHIND_ALL, (key, value) -> {
            waiting[0]++;
            return true;
        });
        return waiting[0];
    }

    private Delivery attempt(Delivery delivery, Instant now, Tally tally) {
        checkThatItCanBeNoted(delivery);
        Map<String, Fate> fates = store.get(Tables.MAILS, delivery.key().bytes())
                .map(Mail::read)
                .map(mail -> mailer.deliver(envelope(mail, delivery)))
                .orElse(Map.of());
        Delivery after = delivery.attempted(fates, now);
        Changes changes = new Changes();
        changes.put(Tables.DELIVERIES, after.key().bytes(), after.stored());
        if (after.state() != Delivery.State.QUEUED) {
            changes.delete(Tables.QUEUE, after.key().bytes());
        }
        store.commit(changes);
        tally.count(fates, after);
        return after;
    }

    /** A store that takes nothing would forget that the mail was sent, and send it again and again. */
    private void checkThatItCanBeNoted(Delivery delivery) {
        Changes same = new Changes();
        same.put(Tables.DELIVERIES, delivery.key().bytes(), delivery.stored());
        store.commit(same);
    }

    private static Mailer.Envelope envelope(Mail mail, Delivery delivery) {
        List<String> waiting = delivery.recipients().entrySet().stream()
                .filter(entry -> entry.getValue().state() == Delivery.State.QUEUED)
                .map(Map.Entry::getKey)
                .toList();
        return new Mailer.Envelope(mail.key().toString(), waiting, mail.bytes());
    }

    private List<Delivery> queued() {
        List<Delivery> queued = new ArrayList<>();
        store.scan(Tables.QUEUE, FIRST, BEHIND_ALL, (key, value) -> {
            store.get(Tables.DELIVERIES, key).map(Delivery::read).ifPresent(queued::add);
            return true;
        });
        queued.sort(Comparator.comparing(Delivery::decided)
                .thenComparing(delivery -> delivery.key().incident())
                .thenComparing(delivery -> delivery.key().number()));
        return queued;
    }

    /**
     * What a pass over the queue did.
     *
     * @param next when to come back; empty if nothing is queued
     * @param sent mails that everybody has got who can
     * @param failed mails that somebody will never get
     * @param trouble what stands in the way, if anything does
     */
    public record Pass(Optional<Instant> next, int sent, int failed, Optional<String> trouble) {}

    private static final class Tally {
        private int sent;
        private int failed;
        private boolean serverInTrouble;
        private Optional<Instant> next = Optional.empty();
        private Optional<String> trouble = Optional.empty();

        void comeBack(Instant when) {
            next = next.filter(earlier -> earlier.isBefore(when)).or(() -> Optional.of(when));
        }

        void count(Map<String, Fate> fates, Delivery after) {
            sent += after.state() == Delivery.State.SENT ? 1 : 0;
            failed += after.state() == Delivery.State.FAILED ? 1 : 0;
            serverInTrouble = fates.values().stream()
                    .anyMatch(fate -> fate instanceof Fate.Deferred deferred && deferred.cause() != Fate.Cause.MAIL);
            if (!after.trouble().isEmpty()) {
                trouble = Optional.of(after.key() + " to " + after.trouble());
            }
        }

        Pass pass(Optional<Instant> when) {
            return new Pass(when, sent, failed, trouble);
        }
    }
}
