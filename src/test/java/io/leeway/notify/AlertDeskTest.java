package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.leeway.alert.Incident;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Level;
import io.leeway.alert.Observation;
import io.leeway.alert.Reason;
import io.leeway.alert.Rule;
import io.leeway.alert.Sample;
import io.leeway.alert.Tags;
import io.leeway.alert.Watch;
import io.leeway.state.Changes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertDeskTest {
    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private final SortedStore store = new SortedStore();
    private AlertDesk desk = desk(Level.WARNING);

    @Test
    void anIncidentIsOneThreadFromItsOpeningToItsEnd() {
        accept(Sample.day("age", 0, .3));
        accept(Sample.day("age", 1, .05));
        accept(Sample.day("age", 2, .05));
        Incident incident = archive().incidents().get(0);
        List<Archive.Entry> thread = archive().thread(incident.id());
        assertThat(thread)
                .extracting(entry -> entry.mail().subject())
                .containsExactly("OPENED thread []", "RESOLVED thread [<" + incident.id() + ".1@example.org>]");
        assertThat(thread)
                .extracting(entry -> entry.mail().messageId())
                .containsExactly("<" + incident.id() + ".1@example.org>", "<" + incident.id() + ".2@example.org>");
        assertThat(thread).extracting(entry -> entry.delivery().state()).containsOnly(Delivery.State.QUEUED);
        assertThat(archive().mails()).hasSize(2);
    }

    @Test
    void anIncidentGoesWithItsMailsOnceItIsOldAndNoWindowWouldFindItAgain() {
        accept(Sample.day("age", 0, .3));
        accept(Sample.day("age", 1, .05));
        accept(Sample.day("age", 2, .05));
        Incident incident = archive().incidents().get(0);
        for (int day = 3; day < 90; day++) {
            accept(Sample.day("age", day, .05));
        }
        assertThat(dropOlderThan(100)).isEmpty();
        assertThat(dropOlderThan(30))
                .as("windows that are kept would find it again")
                .isEmpty();
        for (int day = 90; day < 250; day++) {
            accept(Sample.day("age", day, .05));
        }
        assertThat(dropOlderThan(400)).isEmpty();
        assertThat(dropOlderThan(30)).containsExactly(incident.id());
        assertThat(archive().incidents()).isEmpty();
        assertThat(archive().mails()).isEmpty();
        assertThat(Outbox.queued(store)).isZero();
        desk = desk(Level.WARNING);
        assertThat(accept(Sample.day("age", 250, .05))).isEmpty();
    }

    @Test
    void anOpenIncidentIsKeptHoweverOldItIs() {
        for (int day = 0; day < 250; day++) {
            accept(Sample.day("age", day, .3));
        }
        assertThat(dropOlderThan(1)).isEmpty();
        assertThat(archive().incidents()).hasSize(1);
    }

    private List<String> dropOlderThan(int days) {
        Changes commit = new Changes();
        List<String> dropped = desk.dropOlderThan(Duration.ofDays(days), commit);
        store.commit(commit);
        return dropped;
    }

    @Test
    void nothingIsStoredBeforeTheCommit() {
        Changes commit = new Changes();
        List<IncidentChange> changes = desk.accept(List.of(Sample.day("age", 0, .3)), NOW, commit);
        assertThat(changes).extracting(IncidentChange::kind).containsExactly(IncidentChange.Kind.OPENED);
        assertThat(archive().incidents()).isEmpty();
        store.commit(commit);
        assertThat(archive().incidents()).hasSize(1);
    }

    @Test
    void whoDidNotHearOfTheOpeningDoesNotHearOfTheEnd() {
        desk = desk(Level.CRITICAL);
        accept(Sample.day("age", 0, .3));
        accept(Sample.day("age", 1, .05));
        accept(Sample.day("age", 2, .05));
        assertThat(archive().incidents()).hasSize(1);
        assertThat(archive().mails()).isEmpty();
    }

    @Test
    void whatGrowsCriticalIsToldToThoseWhoOnlyHearOfThat() {
        desk = desk(Level.CRITICAL);
        accept(Sample.day("age", 0, .3));
        accept(Sample.day("age", 1, .6));
        assertThat(archive().mails())
                .extracting(entry -> entry.mail().subject())
                .as("they hear of it for the first time")
                .containsExactly("OPENED thread []");
    }

    @Test
    void aDeskOpenedAgainAfterEveryCommitTellsTheSame() {
        Random random = new Random(3);
        SortedStore other = new SortedStore();
        AlertDesk uninterrupted = AlertDesk.open(other, List.of(Sample.rule()), receivers(Level.WARNING), composer());
        for (int day = 0; day < 60; day++) {
            List<Observation> windows = List.of(
                    Sample.day("age", day, random.nextInt(6) == 0 ? .3 : .05),
                    Sample.day("zip", Math.max(0, day - random.nextInt(4)), random.nextInt(9) == 0 ? .3 : .05, day));
            accept(windows.toArray(Observation[]::new));
            desk = desk(Level.WARNING);
            Changes commit = new Changes();
            assertThat(uninterrupted.accept(windows, NOW, commit)).isNotNull();
            other.commit(commit);
        }
        assertThat(archive().incidents()).hasSizeGreaterThan(2).isEqualTo(new Archive(other).incidents());
        assertThat(archive().deliveries()).hasSizeGreaterThan(4).isEqualTo(new Archive(other).deliveries());
    }

    @Test
    void anIncidentIsReadAsItWasWritten() {
        IncidentChange opened = accept(Sample.day("age", 0, .3)).get(0);
        assertThat(archive().incident(opened.incident().id())).contains(opened.incident());
        assertThat(archive().incident("nothing")).isEmpty();
    }

    @Test
    void anIncidentWhoseRuleIsGoneIsEndedInItsThread() {
        accept(Sample.day("age", 0, .3));
        AlertDesk without = AlertDesk.open(store, List.of(), receivers(Level.WARNING), composer());
        Changes commit = new Changes();
        assertThat(without.catchUp(NOW.plus(Duration.ofDays(1)), commit)).hasSize(1);
        store.commit(commit);
        assertThat(archive().incidents()).extracting(Incident::open).containsExactly(false);
        assertThat(archive().mails()).hasSize(2);
    }

    @Test
    void aRuleThatLooksAtOtherWindowsThanBeforeBeginsAnewWithThose() {
        for (int day = 0; day < 160; day++) {
            accept(Sample.day("age", day, .3));
        }
        assertThat(store.size(Tables.BASES)).isEqualTo(1);
        desk = AlertDesk.open(store, List.of(hourly()), receivers(Level.WARNING), composer());
        Changes commit = new Changes();
        assertThat(desk.catchUp(NOW, commit))
                .extracting(IncidentChange::kind, IncidentChange::reason)
                .containsExactly(tuple(IncidentChange.Kind.RESOLVED, Reason.RULE_CHANGED));
        store.commit(commit);
        assertThat(List.of(Tables.WINDOWS, Tables.HEADS, Tables.BASES))
                .as("what was remembered of the others")
                .allMatch(table -> store.size(table) == 0);
        desk = AlertDesk.open(store, List.of(hourly()), receivers(Level.WARNING), composer());
        assertThat(accept(Sample.tagged(Sample.day("age", 2, .3), "window", "1h")))
                .extracting(IncidentChange::kind, IncidentChange::reason)
                .as("before the end of the windows of before, and no late row")
                .containsExactly(tuple(IncidentChange.Kind.REOPENED, Reason.BREACH));
    }

    private static Rule hourly() {
        Rule usual = Sample.rule();
        Map<String, String> only = new TreeMap<>(usual.watch().only().values());
        only.put("window", "1h");
        Watch watch = new Watch(
                usual.watch().measurement(),
                new Tags(only),
                usual.watch().per(),
                usual.watch().models());
        return new Rule(
                usual.name(),
                watch,
                usual.incidentPer(),
                usual.trust(),
                usual.levels(),
                usual.clear(),
                usual.wording());
    }

    @CanIgnoreReturnValue
    private List<IncidentChange> accept(Observation... windows) {
        Changes commit = new Changes();
        List<IncidentChange> changes = desk.accept(List.of(windows), NOW, commit);
        store.commit(commit);
        return changes;
    }

    private Archive archive() {
        return new Archive(store);
    }

    private AlertDesk desk(Level least) {
        return AlertDesk.open(store, List.of(Sample.rule()), receivers(least), composer());
    }

    static Receivers receivers(Level least) {
        MailSettings mail = new MailSettings(
                "leeway@example.org", Optional.empty(), "example.org", List.of(), MailSettings.Timeouts.DEFAULTS);
        return new Receivers(
                mail,
                Optional.empty(),
                Map.of("on-call", new Receiver("on-call", List.of("a@example.org", "b@example.org"), least)));
    }

    static Composer composer() {
        return new PlainComposer();
    }
}
