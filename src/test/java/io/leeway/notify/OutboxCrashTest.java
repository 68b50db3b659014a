package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Level;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A process that ends before or behind any commit, before or behind any word of the mail server, changes nobody's mails:
 * everybody has got what he gets when nothing happens, and a copy more only of the mail that was being taken just then, with
 * the same bytes.
 */
class OutboxCrashTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final String A = "a@example.org";
    private static final String B = "b@example.org";

    /** The process ends here. */
    private static final class Death extends Error {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** A copy that the server has. */
    private record Copy(String to, String mail, String bytes) {
        String what() {
            return to + " " + mail;
        }
    }

    @Test
    void everybodyGetsWhatHeGetsWhenNothingHappens() {
        Life calm = Life.of(-1, Set.of());
        assertThat(calm.counts()).hasSize(9);
        int moments = calm.moments;
        assertThat(moments).isGreaterThan(30);
        for (int moment = 0; moment < moments; moment++) {
            Life life = Life.of(moment, Set.of());
            assertThat(life.died).as("died at %s", moment).isTrue();
            assertThat(life.counts().keySet())
                    .as("died at %s", moment)
                    .isEqualTo(calm.counts().keySet());
            assertThat(life.bytes()).as("one form of each, died at %s", moment).allMatch(forms -> forms.size() == 1);
            int more = life.copies.size() - calm.copies.size();
            assertThat(more).as("died at %s", moment).isBetween(0, life.diedBehindTheServer ? 2 : 0);
        }
    }

    @Test
    void duringAnOutageTooEveryDecisionIsToldByItsMailOrALaterOne() {
        Set<String> outage = Set.of("w.1", "x.1", "y.1", "z.1");
        Life calm = Life.of(-1, outage);
        for (int moment = 0; moment < calm.moments; moment++) {
            Life life = Life.of(moment, outage);
            assertThat(life.untold()).as("died at %s", moment).isEmpty();
            assertThat(life.bytes()).as("one form of each, died at %s", moment).allMatch(forms -> forms.size() == 1);
        }
    }

    /** The lives of a process on one disk, beside one server. */
    private static final class Life {
        private final SortedStore disk = new SortedStore();
        private final List<Copy> copies = new ArrayList<>();
        private final Map<String, Integer> contacts = new HashMap<>();
        private final Set<String> down;
        private final int deadly;
        private int moments;
        private boolean died;
        /** The server has said something that is not committed yet. */
        private boolean spokenTo;

        private boolean diedBehindTheServer;

        private Life(int deadly, Set<String> down) {
            this.deadly = deadly;
            this.down = down;
        }

        static Life of(int deadly, Set<String> down) {
            Life life = new Life(deadly, down);
            for (String name : List.of("w.1", "w.2", "x.1", "y.1", "z.1")) {
                life.queue(name.substring(0, 1), name.charAt(2) - '0');
            }
            Instant now = NOW;
            Optional<Instant> next = Optional.of(now);
            while (next.isPresent()) {
                now = next.get().isAfter(now) ? next.get() : now;
                next = life.pass(now);
            }
            return life;
        }

        private Optional<Instant> pass(Instant now) {
            Outbox outbox = new Outbox(
                    new Fused(),
                    this::deliver,
                    new Notices(new PlainNotices(), AlertDeskTest.receivers(Level.WARNING)));
            try {
                return outbox.attemptDue(now).next();
            } catch (Death death) {
                died = true;
                return Optional.of(now.plusSeconds(700));
            }
        }

        /** What the server does with each mail, contact by contact; in the end it takes all of them. */
        private Map<String, Fate> deliver(Mailer.Envelope envelope) {
            moment();
            int contact = contacts.merge(envelope.name(), 1, Integer::sum);
            Map<String, Fate> fates = new HashMap<>();
            for (String to : envelope.recipients()) {
                Fate fate = fate(envelope.name(), to, contact);
                fates.put(to, fate);
                boolean unsure = fate instanceof Fate.Deferred later && later.cause() == Fate.Cause.UNSURE;
                if (fate instanceof Fate.Accepted || unsure) {
                    copies.add(new Copy(to, envelope.name(), new String(envelope.mail(), StandardCharsets.UTF_8)));
                }
            }
            spokenTo = true;
            moment();
            return fates;
        }

        private Fate fate(String mail, String to, int contact) {
            if (contact <= 3 && down.contains(mail)) {
                return new Fate.Deferred(Fate.Cause.SERVER, "down");
            }
            if (mail.equals("y.1") && to.equals(A)) {
                return new Fate.Refused("550 no such user");
            }
            if (mail.equals("x.1") && to.equals(A) && contact == 1) {
                return new Fate.Deferred(Fate.Cause.MAIL, "451 later");
            }
            return mail.equals("z.1") && contact == 1
                    ? new Fate.Deferred(Fate.Cause.UNSURE, "no last word")
                    : new Fate.Accepted();
        }

        private void moment() {
            if (moments++ == deadly) {
                diedBehindTheServer = spokenTo;
                throw new Death();
            }
        }

        /** How many copies of what everybody has, but for notices. */
        Map<String, Long> counts() {
            return copies.stream()
                    .filter(copy -> !copy.mail().startsWith("undelivered"))
                    .collect(Collectors.groupingBy(Copy::what, TreeMap::new, Collectors.counting()));
        }

        /** The forms of every mail of which somebody has more than one copy, and of all others. */
        List<Set<String>> bytes() {
            return List.copyOf(copies.stream()
                    .collect(Collectors.groupingBy(
                            Copy::mail, Collectors.mapping(Copy::bytes, Collectors.toCollection(TreeSet::new))))
                    .values());
        }

        /** Mails that nobody got and no later one that somebody got stands for. */
        List<String> untold() {
            Set<String> got = copies.stream().map(Copy::mail).collect(Collectors.toSet());
            return new Archive(disk)
                    .deliveries().stream()
                            .filter(delivery -> !got.contains(delivery.key().toString()))
                            .filter(delivery -> delivery.recipients().values().stream()
                                    .noneMatch(each -> got.contains(each.note().replace("told by ", ""))))
                            .map(delivery -> delivery.key().toString())
                            .toList();
        }

        private void queue(String incident, int number) {
            MailKey key = new MailKey(incident, number);
            byte[] bytes = ("[CRITICAL] " + key).getBytes(StandardCharsets.UTF_8);
            Mail mail = new Mail(
                    key, key.messageId("example.org"), NOW, "on-call", List.of(A, B), "[CRITICAL] x", "x", bytes);
            Changes changes = new Changes();
            changes.put(Tables.MAILS, key.bytes(), mail.stored());
            changes.put(Tables.DELIVERIES, key.bytes(), Delivery.queued(mail).stored());
            changes.put(Tables.QUEUE, key.bytes(), new byte[0]);
            disk.commit(changes);
        }

        private final class Fused implements Store {
            @Override
            public Optional<byte[]> get(Table table, byte[] key) {
                return disk.get(table, key);
            }

            @Override
            public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
                disk.scan(table, from, to, visitor);
            }

            @Override
            public void commit(Changes changes) {
                moment();
                disk.commit(changes);
                spokenTo = false;
                moment();
            }

            @Override
            public void sync() {}

            @Override
            public void close() {}
        }
    }
}
