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
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final Fate ACCEPTED = new Fate.Accepted();
    private static final Fate DOWN = new Fate.Deferred(Fate.Cause.SERVER, "connection refused");
    private static final Fate UNSURE = new Fate.Deferred(Fate.Cause.UNSURE, "no answer to the last dot");
    private static final String A = "a@example.org";
    private static final String B = "b@example.org";

    private final SortedStore store = new SortedStore();
    private final List<String> attempts = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private Function<String, Fate> server = address -> ACCEPTED;
    private final Outbox outbox = new Outbox(store, this::deliver, new Notices(new PlainNotices(), receivers()));

    @Test
    void aMailIsSentOnceAndNeverAgain() {
        openAndResolve();
        Outbox.Pass pass = outbox.attemptDue(NOW);
        assertThat(pass).isEqualTo(new Outbox.Pass(Optional.empty(), 2, 0, Optional.empty()));
        assertThat(attempts)
                .containsExactly("x.1 [a@example.org, b@example.org]", "x.2 [a@example.org, b@example.org]");
        assertThat(outbox.attemptDue(NOW.plusSeconds(999)).sent()).isZero();
        assertThat(store.size(Tables.QUEUE)).isZero();
        assertThat(new Archive(store).deliveries()).extracting(Delivery::state).containsOnly(Delivery.State.SENT);
    }

    @Test
    void whatFiredAndClearedWhileTheServerWasDownIsToldInOneMailThatSaysSo() {
        openAndResolve();
        server = address -> DOWN;
        Instant now = NOW;
        while (now.isBefore(NOW.plus(Duration.ofMinutes(195)))) {
            Outbox.Pass pass = outbox.attemptDue(now);
            assertThat(pass.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble).contains("connection refused"));
            assertThat(Duration.between(now, pass.next().orElseThrow()))
                    .isBetween(Duration.ofMillis(3500), Duration.ofMinutes(13));
            now = pass.next().orElseThrow();
        }
        server = address -> ACCEPTED;
        assertThat(outbox.attemptDue(now).sent()).isEqualTo(1);
        assertThat(sent)
                .singleElement()
                .asString()
                .startsWith("[RESOLVED] x | This mail was delayed 3 h ")
                .endsWith(" min: connection refused. It tells all that those said which could not be sent meanwhile:"
                        + " [CRITICAL] of 3 March 2026, 01:00 UTC.");
        assertThat(new Archive(store).deliveries())
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(Delivery.State.SENT, Delivery.State.SUPERSEDED);
        assertThat(store.size(Tables.QUEUE)).isZero();
    }

    @Test
    void aMailThatSomebodyMayHaveIsSentAgainAsItWasAndNotReplaced() {
        openAndResolve();
        server = address -> UNSURE;
        Instant next = outbox.attemptDue(NOW).next().orElseThrow();
        server = address -> DOWN;
        next = outbox.attemptDue(next).next().orElseThrow();
        server = address -> ACCEPTED;
        assertThat(outbox.attemptDue(next.plus(Duration.ofHours(5))).sent()).isEqualTo(2);
        assertThat(sent).containsExactly("[CRITICAL] x", "[RESOLVED] x");
    }

    @Test
    void aServerThatNeverSaysWhetherItHasAMailGetsFewCopies() {
        queue("x", 1, "[CRITICAL] x");
        server = address -> UNSURE;
        Optional<Instant> next = Optional.of(NOW);
        while (next.isPresent()) {
            next = outbox.attemptDue(next.get()).next();
        }
        assertThat(attempts).hasSize(Delivery.MOST_UNSURE);
        assertThat(new Archive(store).deliveries().get(0).trouble()).contains("it may have arrived");
    }

    @Test
    void whatNobodyTakesInThreeDaysIsGivenUpAndReported() {
        queue("x", 1, "[CRITICAL] x");
        server = address -> DOWN;
        Instant now = NOW;
        Optional<Instant> next = Optional.of(now);
        while (next.isPresent()) {
            now = next.get();
            next = outbox.attemptDue(now).next();
        }
        assertThat(now).isBetween(NOW.plus(Delivery.PATIENCE), NOW.plus(Delivery.PATIENCE.plusMinutes(14)));
        Delivery delivery = new Archive(store).deliveries().get(0);
        assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.trouble()).contains("given up after 72 hours: connection refused");
    }

    @Test
    void oneDeadRecipientDoesNotKeepTheMailFromTheOthersWhoAreToldOfIt() {
        openAndResolve();
        server = address -> address.equals(A) ? new Fate.Refused("550 no such user") : ACCEPTED;
        Outbox.Pass pass = outbox.attemptDue(NOW);
        assertThat(pass).extracting(Outbox.Pass::sent, Outbox.Pass::failed).containsExactly(0, 2);
        Delivery delivery = new Archive(store).thread("x").get(0).delivery();
        assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.trouble()).isEqualTo("a@example.org: 550 no such user");
        assertThat(pass.next()).contains(NOW);
        assertThat(outbox.attemptDue(NOW).sent())
                .as("both failed for the same address: told once")
                .isEqualTo(1);
        assertThat(attempts.get(2)).matches("undelivered-20260303-\\w+\\.1 \\[b@example.org]");
        assertThat(sent.get(2)).isEqualTo("A mail about incident x will never reach a@example.org.");
    }

    @Test
    void whoIsPutOffAgainAndAgainHoldsUpNobodyElseAndGetsAllInOrder() {
        openAndResolve();
        server = address -> address.equals(A) ? new Fate.Deferred(Fate.Cause.MAIL, "452 box full") : ACCEPTED;
        assertThat(outbox.attemptDue(NOW).next().orElseThrow()).isAfter(NOW);
        assertThat(attempts).containsExactly("x.1 [a@example.org, b@example.org]", "x.2 [b@example.org]");
        server = address -> ACCEPTED;
        assertThat(outbox.attemptDue(NOW.plusSeconds(60)).sent()).isEqualTo(2);
        assertThat(attempts.subList(2, 4)).containsExactly("x.1 [a@example.org]", "x.2 [a@example.org]");
    }

    @Test
    void aMailThatAlwaysFailsStarvesNobody() {
        queue("poison", 1, "[CRITICAL] poison");
        for (int i = 0; i < 5; i++) {
            queue("sound" + i, 1, "[CRITICAL] sound");
        }
        Instant now = NOW;
        for (int pass = 0; pass < 2; pass++) {
            String poison = "poison.1";
            server = address -> attempts.get(attempts.size() - 1).startsWith(poison) ? DOWN : ACCEPTED;
            now = outbox.attemptDue(now).next().orElseThrow();
        }
        assertThat(sent).hasSize(5);
        assertThat(Outbox.queued(store)).isEqualTo(1);
    }

    @Test
    void nobodyIsTriedBeforeItsTime() {
        openAndResolve();
        server = address -> DOWN;
        Instant next = outbox.attemptDue(NOW).next().orElseThrow();
        assertThat(outbox.attemptDue(next.minusMillis(1)).next()).contains(next);
        assertThat(attempts).hasSize(1);
    }

    @Test
    void aClockThatIsPutBackHoldsUpNoMail() {
        openAndResolve();
        assertThat(outbox.attemptDue(NOW.minus(Duration.ofHours(1))).sent()).isEqualTo(2);
    }

    private void openAndResolve() {
        queue("x", 1, "[CRITICAL] x");
        queue("x", 2, "[RESOLVED] x");
    }

    private void queue(String incident, int number, String subject) {
        MailKey key = new MailKey(incident, number);
        byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
        Mail mail = new Mail(key, key.messageId("example.org"), NOW, "on-call", List.of(A, B), subject, subject, bytes);
        Changes changes = new Changes();
        changes.put(Tables.MAILS, key.bytes(), mail.stored());
        changes.put(Tables.DELIVERIES, key.bytes(), Delivery.queued(mail).stored());
        changes.put(Tables.QUEUE, key.bytes(), new byte[0]);
        store.commit(changes);
    }

    private Map<String, Fate> deliver(Mailer.Envelope envelope) {
        attempts.add(envelope.name() + " " + envelope.recipients());
        Map<String, Fate> fates = new HashMap<>();
        envelope.recipients().forEach(address -> fates.put(address, server.apply(address)));
        if (fates.containsValue(ACCEPTED)) {
            sent.add(new String(envelope.mail(), StandardCharsets.UTF_8));
        }
        return fates;
    }

    private static Receivers receivers() {
        return AlertDeskTest.receivers(Level.WARNING);
    }
}
