package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.alert.Level;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import io.leeway.routing.Route;
import io.leeway.state.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Mail and webhooks leave by ways of their own. */
class WaysOutTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final Fate ACCEPTED = new Fate.Accepted();
    private static final Fate DOWN = new Fate.Deferred(Fate.Cause.SERVER, "connection refused");
    private static final String A = "a@example.org";
    private static final String B = "b@example.org";
    private static final String HOOK = "https://hooks.example.org/leeway";
    private static final String OTHER_HOOK = "https://other.example.org/leeway";
    private static final Receiver BOTH = new Receiver(
            "on-call", List.of(A), List.of(HOOK), Level.WARNING, Optional.empty(), Receiver.Limit.DEFAULTS);

    private final SortedStore store = new SortedStore();
    private final List<String> attempts = new ArrayList<>();
    private Function<String, Fate> server = address -> ACCEPTED;
    private final Outbox outbox =
            new Outbox(store, this::deliver, new Notices(new PlainNotices(), AlertDeskTest.receivers(Level.WARNING)));

    @Test
    void aWebhookIsCalledThoughTheMailServerIsDownAndItsMailsAreManyAndOlder() {
        for (int i = 0; i < 5; i++) {
            queue("a" + i, 1, A);
        }
        queue("z", 1, HOOK);
        server = address -> address.equals(HOOK) ? ACCEPTED : DOWN;
        assertThat(outbox.attemptDue(NOW).sent()).isEqualTo(1);
        assertThat(attempts)
                .as("the mail server is asked once, the webhook is called")
                .containsExactly("a0.1 [a@example.org]", "z.1 [" + HOOK + "]");
    }

    @Test
    void aWebhookThatIsNotReachedIsLeftAloneAndHoldsUpNeitherMailNorAnotherWebhook() {
        for (int i = 0; i < 5; i++) {
            queue("a" + i, 1, HOOK);
        }
        queue("y", 1, OTHER_HOOK);
        queue("z", 1, A);
        server = address -> address.equals(HOOK) ? DOWN : ACCEPTED;
        assertThat(outbox.attemptDue(NOW).sent()).isEqualTo(2);
        assertThat(attempts).containsExactly("a0.1 [" + HOOK + "]", "y.1 [" + OTHER_HOOK + "]", "z.1 [a@example.org]");
    }

    @Test
    void whatWaitsBehindTheLastAttemptAtAMailIsTriedSoon() {
        queue("undelivered-a", 1, A);
        queue("b", 1, A);
        server = address -> DOWN;
        Instant late = NOW.plus(Delivery.PATIENCE);
        put(new Delivery(
                key("b", 1),
                key("b", 1).messageId("example.org"),
                late,
                Tries.none(late),
                Map.of(A, new Delivery.Recipient(Delivery.State.QUEUED, ""))));
        Outbox.Pass pass = outbox.attemptDue(late);
        assertThat(pass.failed()).as("a is given up").isEqualTo(1);
        assertThat(pass.next()).isPresent();
    }

    @Test
    void onlyTheMailWaitsWhereBothAreToldAndWhatComesMeanwhileIsOneMail() {
        Scene scene = new Scene().reopening().told(at(Duration.ZERO), BOTH);
        scene.day(NOW, "age", 0, .3);
        assertThat(scene.archive().deliveries())
                .extracting(each -> each.recipients().keySet().toString())
                .containsExactlyInAnyOrder("[a@example.org]", "[" + HOOK + "]");
    }

    @Test
    void aWebhookIsToldOfEveryIncidentByItselfWhereTheMailTellsThemTogether() {
        Scene scene = new Scene().reopening().told(at(Duration.ofMinutes(1)), BOTH);
        for (int model = 0; model < 20; model++) {
            scene.day(NOW, "model-" + model, "age", 0, .3);
        }
        scene.at(NOW.plusSeconds(60));
        List<Archive.Entry> mails = scene.archive().mails();
        assertThat(mails)
                .filteredOn(entry -> entry.mail().to().contains(A))
                .singleElement()
                .extracting(entry -> entry.mail().subject())
                .asString()
                .startsWith("ROUNDUP");
        assertThat(mails)
                .filteredOn(entry -> entry.mail().to().contains(HOOK))
                .extracting(entry -> entry.mail().key().incident())
                .containsExactlyInAnyOrderElementsOf(scene.archive().incidents().stream()
                        .map(incident -> incident.id())
                        .toList());
    }

    @Test
    void aMailThatFailsInAWayNobodyForesawKeepsNoOtherBackAndIsToldBehindThem() {
        queue("poison", 1, A);
        queue("sound", 1, A);
        queue("sound", 2, HOOK);
        server = address -> {
            if (attempts.get(attempts.size() - 1).startsWith("poison")) {
                throw new IllegalStateException("nobody foresaw it");
            }
            return ACCEPTED;
        };
        assertThatThrownBy(() -> outbox.attemptDue(NOW)).hasMessage("nobody foresaw it");
        assertThat(Outbox.queued(store)).as("the poison alone stays").isEqualTo(1);
    }

    @Test
    void aFailureNobodyForesawIsToldAlsoWhileTheMailServerIsInTrouble() {
        queue("a-poison", 1, A);
        queue("b", 1, A);
        server = address -> {
            if (attempts.get(attempts.size() - 1).startsWith("a-poison")) {
                throw new IllegalStateException("nobody foresaw it");
            }
            return DOWN;
        };
        assertThatThrownBy(() -> outbox.attemptDue(NOW)).hasMessage("nobody foresaw it");
        assertThat(attempts).hasSize(2);
    }

    @Test
    void ofARefusedAddressBesideAWebhookPeopleAreToldByMailAndNotTheWebhook() {
        queue("x", 1, A, B, HOOK);
        server = address -> address.equals(A) ? new Fate.Refused("550 no such user") : ACCEPTED;
        assertThat(outbox.attemptDue(NOW).failed()).isEqualTo(1);
        assertThat(outbox.attemptDue(NOW).sent()).isEqualTo(1);
        assertThat(attempts.get(1)).matches("undelivered-\\S+ \\[b@example.org]");
    }

    private static Route at(Duration wait) {
        Pace pace = new Pace(wait, Duration.ZERO, Duration.ZERO);
        return new Route(List.of(), false, new Policy(Optional.empty(), pace, Optional.empty(), List.of()), List.of());
    }

    private void queue(String incident, int number, String... to) {
        put(Delivery.queued(mail(key(incident, number), to)));
    }

    private void put(Delivery delivery) {
        Changes changes = new Changes();
        byte[] key = delivery.key().bytes();
        String[] to = delivery.recipients().keySet().toArray(String[]::new);
        changes.put(Tables.MAILS, key, mail(delivery.key(), to).stored());
        changes.put(Tables.DELIVERIES, key, delivery.stored());
        changes.put(Tables.QUEUE, key, new byte[0]);
        store.commit(changes);
    }

    private static Mail mail(MailKey key, String... to) {
        return new Mail(
                key, key.messageId("example.org"), NOW, "on-call", List.of(to), "[CRITICAL] x", "x", new byte[0]);
    }

    private static MailKey key(String incident, int number) {
        return new MailKey(incident, number);
    }

    private Map<String, Fate> deliver(Mailer.Envelope envelope) {
        attempts.add(envelope.name() + " " + envelope.recipients());
        Map<String, Fate> fates = new HashMap<>();
        envelope.recipients().forEach(address -> fates.put(address, server.apply(address)));
        return fates;
    }
}
