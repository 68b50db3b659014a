package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Level;
import io.leeway.alert.Sample;
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

class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private static final Fate ACCEPTED = new Fate.Accepted();
    private static final Fate DOWN = new Fate.Deferred(Fate.Cause.SERVER, "connection refused");

    private final SortedStore store = new SortedStore();
    private final List<String> attempts = new ArrayList<>();
    private Function<String, Fate> server = address -> ACCEPTED;
    private final Outbox outbox = new Outbox(store, this::deliver);

    @Test
    void aMailIsSentOnceAndNeverAgain() {
        openAndResolve();
        Outbox.Pass pass = outbox.attemptDue(NOW);
        assertThat(pass).isEqualTo(new Outbox.Pass(Optional.empty(), 2, 0, Optional.empty()));
        assertThat(attempts).hasSize(2).allMatch(attempt -> attempt.endsWith("[a@example.org, b@example.org]"));
        assertThat(outbox.attemptDue(NOW.plusSeconds(999)).sent()).isZero();
        assertThat(store.size(Tables.QUEUE)).isZero();
        assertThat(new Archive(store).deliveries()).extracting(Delivery::state).containsOnly(Delivery.State.SENT);
    }

    @Test
    void whatFiredAndClearedWhileTheServerWasDownIsToldWhenItIsBack() {
        openAndResolve();
        server = address -> DOWN;
        Instant now = NOW;
        for (int i = 0; i < 20; i++) {
            Outbox.Pass pass = outbox.attemptDue(now);
            assertThat(pass.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble).contains("connection refused"));
            assertThat(Duration.between(now, pass.next().orElseThrow()))
                    .isBetween(Duration.ofMillis(3500), Duration.ofMinutes(13));
            now = pass.next().orElseThrow();
        }
        assertThat(attempts)
                .as("the second mail of a thread waits for the first")
                .hasSize(20);
        server = address -> ACCEPTED;
        assertThat(outbox.attemptDue(now).sent()).isEqualTo(2);
    }

    @Test
    void oneDeadRecipientDoesNotKeepTheMailFromTheOthers() {
        openAndResolve();
        server = address -> address.startsWith("a") ? new Fate.Refused("550 no such user") : ACCEPTED;
        assertThat(outbox.attemptDue(NOW))
                .extracting(Outbox.Pass::sent, Outbox.Pass::failed)
                .containsExactly(0, 2);
        Delivery delivery = new Archive(store).deliveries().get(0);
        assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.trouble()).isEqualTo("a@example.org: 550 no such user");
    }

    @Test
    void onlyThoseWhoHaveNotGotItAreTriedAgain() {
        openAndResolve();
        server = address -> address.startsWith("a") ? new Fate.Deferred(Fate.Cause.MAIL, "451 later") : ACCEPTED;
        Instant next = outbox.attemptDue(NOW).next().orElseThrow();
        server = address -> ACCEPTED;
        assertThat(outbox.attemptDue(next).sent()).isEqualTo(2);
        assertThat(attempts.get(1)).endsWith("[a@example.org]");
    }

    @Test
    void nobodyIsTriedBeforeItsTime() {
        openAndResolve();
        server = address -> DOWN;
        Instant next = outbox.attemptDue(NOW).next().orElseThrow();
        assertThat(outbox.attemptDue(next.minusMillis(1)).next()).contains(next);
        assertThat(attempts).hasSize(1);
    }

    private void openAndResolve() {
        AlertDesk desk = AlertDesk.open(
                store, List.of(Sample.rule()), AlertDeskTest.receivers(Level.WARNING), AlertDeskTest.composer());
        Changes commit = new Changes();
        assertThat(desk.accept(
                        List.of(Sample.day("age", 0, .3), Sample.day("age", 1, .05), Sample.day("age", 2, .05)),
                        NOW,
                        commit))
                .hasSizeGreaterThan(1);
        store.commit(commit);
    }

    private Map<String, Fate> deliver(Mailer.Envelope envelope) {
        attempts.add(envelope.name() + " " + envelope.recipients());
        Map<String, Fate> fates = new HashMap<>();
        envelope.recipients().forEach(address -> fates.put(address, server.apply(address)));
        return fates;
    }
}
