package io.leeway.notify;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Delivers committed mails. Those about one incident go to everybody in their order, each when he has the one before or
 * will never get it; nobody waits for anybody else. Every mail is tried until the server takes it or refuses
 * it for good, always with the same Message-ID, and with the same bytes once a copy may be out. What could not be sent
 * before a newer mail about the same was decided is told by that one, which says so. A crash between the server's word
 * and our commit sends a mail once more, and so may a lost last word of the server, or a loss of power in the seconds
 * before the store was last synced; nothing else does, a store that takes no commits neither. Calls block; one thread at
 * a time.
 */
public final class Outbox {
    /** When a way is tried again that failed a mail nobody will try again. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final byte[] FIRST = new byte[0];
    /** Keys are texts, and no text begins with this byte in UTF-8. */
    private static final byte[] BEHIND_ALL = {(byte) 0xFF};

    private final Store store;
    private final Mailer mailer;
    private final Notices notices;

    public Outbox(Store store, Mailer mailer, Notices notices) {
        this.store = store;
        this.mailer = mailer;
        this.notices = notices;
    }

    /**
     * Tries every mail that is due once. A way out that turns out to be in trouble itself is left alone for the rest of the
     * pass, and keeps no other from its work; a mail that fails in a way nobody foresaw does not either, and its failure is
     * thrown behind them.
     */
    public Pass attemptDue(Instant now) {
        Tally tally = new Tally();
        Optional<RuntimeException> unforeseen = Optional.empty();
        for (Waiting waiting : new Backlog(store, notices).gathered(Waiting.all(store), now)) {
            try {
                attempt(waiting, now, tally);
            } catch (StoreException e) {
                throw e;
            } catch (RuntimeException e) {
                unforeseen = Optional.of(e);
            }
        }
        unforeseen.ifPresent(e -> {
            throw e;
        });
        return tally.pass();
    }

    /** Queues the mails that are due about silences that end soon; returns when the next is. */
    public Optional<Instant> remind(Instant now) {
        return new SilenceReminder(store, notices).queueDue(now);
    }

    /** Whether a mail could leave now: what stands in the way, if anything does. */
    public Optional<String> trouble() {
        return mailer.trouble();
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

    /** When the mail was decided that has waited longest; empty when none waits. Any thread may ask. */
    public static Optional<Instant> oldest(Store store) {
        return Waiting.all(store).stream()
                .flatMap(waiting -> waiting.mails().stream())
                .map(Delivery::decided)
                .min(Instant::compareTo);
    }

    /** Whoever has an earlier mail to come waits for it with the later ones; nobody else does. */
    private void attempt(Waiting waiting, Instant now, Tally tally) {
        Set<String> behind = new HashSet<>();
        for (Delivery delivery : toSend(waiting, now)) {
            List<String> free = delivery.waiting().stream()
                    .filter(address -> !behind.contains(address) && tally.isOpen(address))
                    .toList();
            Delivery after = free.isEmpty() || !delivery.tries().due(now)
                    ? delivery
                    : attempt(prepared(delivery, now), free, now, tally);
            behind.addAll(after.waiting());
            if (free.isEmpty()) {
                tally.leftAlone(now);
            } else if (after.state() == Delivery.State.QUEUED) {
                tally.comeBack(after.next());
            }
        }
    }

    private List<Delivery> toSend(Waiting waiting, Instant now) {
        return waiting.first().tries().due(now) && waiting.lastTellsAll() ? List.of(latest(waiting)) : waiting.mails();
    }

    /**
     * The mail as it will be sent. That it is about to be is committed first: if nothing is heard of the attempt again, a
     * copy may be out. A store that takes no commit would forget that it was sent, and send it again and again.
     */
    private Delivery prepared(Delivery delivery, Instant now) {
        Delivery ready = delivery.tries().fixed()
                ? delivery
                : delivery.with(delivery.tries().noting(Lateness.note(delivery, now)));
        Changes changes = new Changes();
        changes.put(Tables.DELIVERIES, ready.key().bytes(), ready.begun().stored());
        store.commit(changes);
        return ready;
    }

    /** The last of some mails, which takes over from the others. */
    private Delivery latest(Waiting waiting) {
        List<Delivery> all = waiting.mails();
        Delivery last = all.get(all.size() - 1);
        List<Tries.Instead> instead = new ArrayList<>(waiting.first().tries().standsFor());
        Changes changes = new Changes();
        for (Delivery each : all.subList(0, all.size() - 1)) {
            instead.add(new Tries.Instead(word(each), each.decided()));
            Delivery superseded = each.supersededBy(last.key());
            changes.put(Tables.DELIVERIES, each.key().bytes(), superseded.stored());
            changes.delete(Tables.QUEUE, each.key().bytes());
        }
        Delivery latest = last.told(waiting.first(), instead);
        changes.put(Tables.DELIVERIES, latest.key().bytes(), latest.stored());
        store.commit(changes);
        return latest;
    }

    private String word(Delivery delivery) {
        return mail(delivery.key()).map(Mail::subject).orElse("").replaceFirst("].*", "]");
    }

    private Delivery attempt(Delivery delivery, List<String> to, Instant now, Tally tally) {
        Map<String, Fate> fates = mail(delivery.key())
                .map(mail -> mailer.deliver(envelope(mail, delivery, to)))
                .orElse(Map.of());
        Delivery after = delivery.attempted(fates, now);
        Changes changes = new Changes();
        changes.put(Tables.DELIVERIES, after.key().bytes(), after.stored());
        if (after.state() != Delivery.State.QUEUED) {
            changes.delete(Tables.QUEUE, after.key().bytes());
        }
        boolean told = after.state() == Delivery.State.FAILED && notices.undelivered(after, store, now, changes);
        store.commit(changes);
        tally.count(fates, after);
        if (told) {
            tally.comeBack(now);
        }
        return after;
    }

    private Optional<Mail> mail(MailKey key) {
        return store.get(Tables.MAILS, key.bytes()).map(Mail::read);
    }

    private Mailer.Envelope envelope(Mail mail, Delivery delivery, List<String> to) {
        String note = delivery.tries().note();
        byte[] bytes = note.isEmpty() ? mail.bytes() : notices.composer().withNote(mail.bytes(), note);
        return new Mailer.Envelope(mail.key().toString(), to, bytes);
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
        private final Set<String> inTrouble = new HashSet<>();
        private Optional<Instant> next = Optional.empty();
        private Optional<Instant> untried = Optional.empty();
        private Optional<String> trouble = Optional.empty();

        /** Whoever was not tried at all is, once those who were have their time or are given up. */
        void leftAlone(Instant now) {
            untried = Optional.of(now.plus(AGAIN));
        }

        boolean isOpen(String address) {
            return !inTrouble.contains(Receiver.way(address));
        }

        void comeBack(Instant when) {
            next = next.filter(earlier -> earlier.isBefore(when)).or(() -> Optional.of(when));
        }

        void count(Map<String, Fate> fates, Delivery after) {
            sent += after.state() == Delivery.State.SENT ? 1 : 0;
            failed += after.state() == Delivery.State.FAILED ? 1 : 0;
            fates.forEach((address, fate) -> {
                if (fate instanceof Fate.Deferred deferred && deferred.cause() != Fate.Cause.MAIL) {
                    inTrouble.add(Receiver.way(address));
                }
            });
            if (!after.trouble().isEmpty()) {
                trouble = Optional.of(after.key() + " to " + after.trouble());
            }
        }

        Pass pass() {
            return new Pass(next.or(() -> untried), sent, failed, trouble);
        }
    }
}
