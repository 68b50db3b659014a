package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Level;
import io.leeway.state.Changes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What many mails could not tell while none could leave. */
class BacklogTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final Fate DOWN = new Fate.Deferred(Fate.Cause.SERVER, "connection refused");
    private static final String A = "a@example.org";
    private static final String HOOK = "https://hooks.example.org/leeway";

    private final SortedStore store = new SortedStore();
    private final List<String> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Fate answer = DOWN;
    private final Outbox outbox =
            new Outbox(store, this::deliver, new Notices(new TellingNotices(), AlertDeskTest.receivers(Level.WARNING)));

    @Test
    void anOutageOfManyIncidentsIsOneMailThatTellsAllOfThemAsTheyStand() {
        outage(30);
        for (int i = 0; i < 10; i++) {
            queue("x" + i, 2, "[RESOLVED] x" + i, A);
        }
        answer = new Fate.Accepted();
        assertThat(outbox.attemptDue(NOW.plus(Duration.ofHours(3))).sent()).isEqualTo(1);
        assertThat(sent)
                .singleElement()
                .asString()
                .contains("40 mails about 30 matters", "delayed 3 h 0 min", "refused");
        for (int i = 0; i < 30; i++) {
            assertThat(sent.get(0)).contains(i < 10 ? "[RESOLVED] x" + i + "|" : "[WARNING] x" + i + "|");
        }
        assertThat(Outbox.queued(store)).isZero();
        assertThat(new Archive(store).deliveries())
                .filteredOn(delivery -> delivery.state() == Delivery.State.SUPERSEDED)
                .as("every one of them is kept, and names what told it")
                .hasSize(40)
                .allMatch(delivery -> delivery.trouble().contains("told by backlog-"));
    }

    @Test
    void aFewMailsStayWhatTheyAre() {
        outage(10);
        answer = new Fate.Accepted();
        assertThat(outbox.attemptDue(NOW.plus(Duration.ofHours(3))).sent()).isEqualTo(10);
    }

    @Test
    void whatWasNeverTriedIsNoBacklogHoweverMuchItIs() {
        for (int i = 0; i < 30; i++) {
            queue("x" + i, 1, "[WARNING] x" + i, A);
        }
        answer = new Fate.Accepted();
        assertThat(outbox.attemptDue(NOW).sent()).isEqualTo(30);
    }

    @Test
    void whatComesBehindABacklogIsToldInItAsItStandsAndNothingPassesIt() {
        outage(20);
        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(outbox.attemptDue(later).sent()).isZero();
        assertThat(Outbox.queued(store)).isEqualTo(1);
        queue("x3", 2, "[RESOLVED] x3", A);
        queue("x50", 1, "[WARNING] x50", A);
        assertThat(outbox.attemptDue(later.plus(Duration.ofHours(1))).sent()).isZero();
        assertThat(Outbox.queued(store)).isEqualTo(1);
        answer = new Fate.Accepted();
        assertThat(outbox.attemptDue(later.plus(Duration.ofHours(2))).sent()).isEqualTo(1);
        assertThat(sent)
                .singleElement()
                .asString()
                .contains("22 mails about 21 matters", "[WARNING] x0|", "[RESOLVED] x3|", "[WARNING] x50|")
                .doesNotContain("[WARNING] x3|");
    }

    @Test
    void aBacklogOfWhichACopyMayBeOutStaysAsItIsAndWhatIsNewerGoesByItself() {
        outage(20);
        answer = new Fate.Deferred(Fate.Cause.UNSURE, "no answer to the last dot");
        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(outbox.attemptDue(later).sent()).isZero();
        String first = told.get(told.size() - 1);
        queue("x50", 1, "[WARNING] x50", A);
        answer = new Fate.Accepted();
        assertThat(outbox.attemptDue(later.plus(Duration.ofHours(2))).sent()).isEqualTo(2);
        assertThat(sent).contains(first).contains("[WARNING] x50");
    }

    @Test
    void backlogsOfTheSameIncidentsForOthersAreMailsOfTheirOwn() {
        for (int i = 0; i < 20; i++) {
            queue("x" + i, 1, "[WARNING] x" + i, A);
            queue("x" + i, 2, "[WARNING] x" + i, "b@example.org");
        }
        answer = new Fate.Deferred(Fate.Cause.MAIL, "come back later");
        assertThat(outbox.attemptDue(NOW).sent()).isZero();
        answer = new Fate.Accepted();
        assertThat(outbox.attemptDue(NOW.plus(Duration.ofHours(3))).sent()).isEqualTo(2);
        assertThat(new Archive(store).mails())
                .filteredOn(entry -> entry.mail().key().incident().startsWith("backlog-"))
                .extracting(entry -> entry.mail().to())
                .containsExactlyInAnyOrder(List.of(A), List.of("b@example.org"));
    }

    @Test
    void callsOfWebhooksAreNeverPutTogether() {
        for (int i = 0; i < 30; i++) {
            queue("x" + i, 1, "[WARNING] x" + i, HOOK);
        }
        assertThat(outbox.attemptDue(NOW).sent()).isZero();
        answer = new Fate.Accepted();
        assertThat(outbox.attemptDue(NOW.plus(Duration.ofHours(1))).sent()).isEqualTo(30);
    }

    @Test
    void aMailOfWhichACopyMayBeOutIsSentAgainByItself() {
        queue("unsure", 1, "[WARNING] unsure", A);
        answer = new Fate.Deferred(Fate.Cause.UNSURE, "no answer to the last dot");
        assertThat(outbox.attemptDue(NOW).sent()).isZero();
        answer = DOWN;
        outage(20);
        answer = new Fate.Accepted();
        assertThat(outbox.attemptDue(NOW.plus(Duration.ofHours(3))).sent()).isEqualTo(2);
        assertThat(sent).anyMatch(mail -> mail.equals("[WARNING] unsure"));
    }

    /** Mails about so many incidents, of which one was tried in vain. */
    private void outage(int incidents) {
        for (int i = 0; i < incidents; i++) {
            queue("x" + i, 1, "[WARNING] x" + i, A);
        }
        assertThat(outbox.attemptDue(NOW).sent()).isZero();
    }

    private void queue(String incident, int number, String subject, String to) {
        MailKey key = new MailKey(incident, number);
        byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
        Mail mail = new Mail(key, key.messageId("example.org"), NOW, "on-call", List.of(to), subject, subject, bytes);
        Changes changes = new Changes();
        changes.put(Tables.MAILS, key.bytes(), mail.stored());
        changes.put(Tables.DELIVERIES, key.bytes(), Delivery.queued(mail).stored());
        changes.put(Tables.QUEUE, key.bytes(), new byte[0]);
        store.commit(changes);
    }

    private Map<String, Fate> deliver(Mailer.Envelope envelope) {
        Map<String, Fate> fates = new HashMap<>();
        envelope.recipients().forEach(address -> fates.put(address, answer));
        told.add(new String(envelope.mail(), StandardCharsets.UTF_8));
        if (answer instanceof Fate.Accepted) {
            sent.add(new String(envelope.mail(), StandardCharsets.UTF_8));
        }
        return fates;
    }

    /** Notices that tell their facts. */
    private static final class TellingNotices implements NoticeComposer {
        @Override
        public Composer.Composed compose(Notice notice) {
            StringBuilder text = new StringBuilder(notice.subject());
            notice.facts()
                    .forEach(fact -> text.append('\n').append(fact.value()).append('|'));
            return new Composer.Composed(
                    "[" + notice.word() + "] " + notice.subject(),
                    text.toString(),
                    text.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public byte[] withNote(byte[] mail, String sentence) {
            return (new String(mail, StandardCharsets.UTF_8) + " " + sentence).getBytes(StandardCharsets.UTF_8);
        }
    }
}
