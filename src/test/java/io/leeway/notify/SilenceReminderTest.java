package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Level;
import io.leeway.routing.Matcher;
import io.leeway.routing.Route;
import io.leeway.state.Changes;
import io.leeway.text.NamePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever silences something for long is told before that ends. */
class SilenceReminderTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    private final SortedStore store = new SortedStore();
    private final Outbox outbox = new Outbox(store, envelope -> Map.of(), new Notices(new PlainNotices(), receivers()));

    @Test
    void anHourBeforeALongSilenceEndsItsAuthorIsToldOnce() {
        silence("s1", Duration.ofDays(2), "Ann (by a link mailed to team)");
        Instant due = NOW.plus(Duration.ofHours(47));
        assertThat(outbox.remind(NOW)).contains(due);
        assertThat(outbox.remind(due.minusMillis(1))).contains(due);
        assertThat(mails()).isEmpty();
        assertThat(outbox.remind(due)).isEmpty();
        assertThat(outbox.remind(due.plusSeconds(60))).isEmpty();
        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("[SILENCE ENDS] The silence of model=credit-* ends soon");
            assertThat(mail.text()).isEqualTo("The silence of model=credit-* ends at 5 March, 01:00 UTC.");
            assertThat(mail.to()).containsExactly("team@example.org");
        });
    }

    @Test
    void aShortSilenceAndOneEndedEarlyRemindNobody() {
        silence("s1", Duration.ofDays(1), "team");
        assertThat(outbox.remind(NOW.plus(Duration.ofHours(23)))).isEmpty();
        silence("s2", Duration.ofDays(9), "team");
        Changes commit = new Changes();
        AlertDesk desk = AlertDesk.open(store, List.of(), receivers(), new PlainComposer());
        assertThat(desk.endSilence("s2", NOW.plusSeconds(60), commit)).isPresent();
        store.commit(commit);
        assertThat(outbox.remind(NOW.plus(Duration.ofDays(9).minusMinutes(1)))).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "team, team@example.org",
        "lead@example.org, lead@example.org",
        "somebody, first@example.org",
        "teamster, first@example.org",
        "a-team, first@example.org",
        "not.lead@example.org, first@example.org",
        "team (by a link in a mail), team@example.org",
        "somebody@elsewhere.example, first@example.org"
    })
    void mailGoesToReceiversOnly(String author, String to) {
        silence("s1", Duration.ofDays(2), author);
        assertThat(outbox.remind(NOW.plus(Duration.ofHours(47)))).isEmpty();
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.to()).containsExactly(to));
    }

    private List<Mail> mails() {
        return new Archive(store).mails().stream().map(Archive.Entry::mail).toList();
    }

    private void silence(String id, Duration length, String author) {
        Matcher matcher = new Matcher("model", List.of(new NamePattern("credit-*")));
        Silence silence = new Silence(id, List.of(matcher), NOW, NOW.plus(length), false, author, "repairs");
        Changes commit = new Changes();
        AlertDesk.open(store, List.of(), receivers(), new PlainComposer()).silence(silence, NOW, commit);
        store.commit(commit);
    }

    private static Receivers receivers() {
        Map<String, Receiver> all = new TreeMap<>();
        for (String name : List.of("first", "lead", "team")) {
            all.put(name, new Receiver(name, List.of(name + "@example.org"), Level.WARNING));
        }
        return new Receivers(AlertDeskTest.receivers(Level.WARNING).mail(), Optional.empty(), all, Route.TO_OWNER);
    }
}
