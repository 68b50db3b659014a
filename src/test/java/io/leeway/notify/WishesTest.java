package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.alert.Level;
import io.leeway.routing.Escalation;
import io.leeway.routing.Matcher;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import io.leeway.routing.Route;
import io.leeway.text.NamePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Silences and acknowledgements; the first window of the incidents here closes on Tuesday, 3 March 2026. */
class WishesTest {
    private static final Instant TUESDAY = Instant.parse("2026-03-03T01:00:00Z");
    private static final Receiver TEAM = new Receiver("on-call", List.of("team@example.org"), Level.WARNING);
    private static final Receiver LEAD = new Receiver("lead", List.of("lead@example.org"), Level.WARNING);
    private static final Policy POLICY = new Policy(
            Optional.empty(),
            new Pace(Duration.ZERO, Duration.ZERO, Duration.ofHours(6)),
            Optional.empty(),
            List.of(new Escalation(Duration.ofMinutes(30), "lead")));

    private final Scene scene =
            new Scene().reopening().told(new Route(List.of(), false, POLICY, List.of()), TEAM, LEAD);

    @Test
    void whatIsSilencedIsNotToldAndIsToldAtOnceWhenTheSilenceEndsAndItIsStillOpen() {
        scene.said(
                        TUESDAY,
                        (desk, commit) -> desk.silence(silence(TUESDAY, 2, false, "model", "cre*"), TUESDAY, commit))
                .day(TUESDAY.plusSeconds(60), "age", 0, .3)
                .until(TUESDAY.plus(Duration.ofHours(2).plusMinutes(1)));
        assertThat(scene.mails()).containsExactly("on-call 03-03T03:00 OPENED");
    }

    @Test
    void whoHeardOfItIsNotToldAgainUntilTheSilenceEnds() {
        Instant later = TUESDAY.plusSeconds(60);
        scene.day(TUESDAY, "age", 0, .3)
                .said(
                        later,
                        (desk, commit) ->
                                desk.silence(silence(later, 20, false, "rule", "feature-drift"), later, commit))
                .until(TUESDAY.plus(Duration.ofHours(24)));
        assertThat(scene.mails())
                .containsExactly(
                        "on-call 03-03T01:00 OPENED",
                        "lead 03-03T21:01 ESCALATED",
                        "on-call 03-03T21:01 SILENCE_ENDED");
    }

    @Test
    void whoHeardOfItHearsOfItsEndThoughItIsSilenced() {
        Instant later = TUESDAY.plusSeconds(60);
        scene.day(TUESDAY, "age", 0, .3)
                .said(
                        later,
                        (desk, commit) -> desk.silence(silence(later, 400, false, "feature", "age"), later, commit))
                .day(TUESDAY.plusSeconds(120), "age", 1, .05)
                .day(TUESDAY.plusSeconds(180), "age", 2, .05)
                .until(TUESDAY.plus(Duration.ofDays(20)));
        assertThat(scene.mails()).containsExactly("on-call 03-03T01:00 OPENED", "on-call 03-03T01:03 RESOLVED");
    }

    @Test
    void whatCameAndWentInSilenceIsNeverTold() {
        scene.said(
                        TUESDAY,
                        (desk, commit) -> desk.silence(silence(TUESDAY, 2, false, "model", "credit"), TUESDAY, commit))
                .day(TUESDAY.plusSeconds(60), "age", 0, .3)
                .day(TUESDAY.plusSeconds(120), "age", 1, .05)
                .day(TUESDAY.plusSeconds(180), "age", 2, .05)
                .until(TUESDAY.plus(Duration.ofDays(3)));
        assertThat(scene.mails()).isEmpty();
    }

    @Test
    void aSilenceOfOneInputDoesNotHideAnother() {
        scene.said(
                        TUESDAY,
                        (desk, commit) -> desk.silence(silence(TUESDAY, 2, false, "feature", "age"), TUESDAY, commit))
                .day(TUESDAY.plusSeconds(60), "age", 0, .3);
        assertThat(scene.mails()).isEmpty();
        scene.day(TUESDAY.plusSeconds(90), "zip", 0, .3);
        assertThat(scene.mails()).containsExactly("on-call 03-03T01:01 OPENED");
    }

    @Test
    void aSilenceUntilItIsOverEndsThenAndNotBefore() {
        Instant later = TUESDAY.plusSeconds(60);
        scene.day(TUESDAY, "age", 0, .3)
                .said(
                        later,
                        (desk, commit) -> desk.silence(silence(later, 700, true, "model", "credit"), later, commit))
                .day(TUESDAY.plus(Duration.ofHours(24)), "age", 1, .05);
        assertThat(scene.archive().silences().get(0).active(TUESDAY.plus(Duration.ofHours(25))))
                .isTrue();
        Instant over = TUESDAY.plus(Duration.ofDays(2));
        scene.day(over, "age", 2, .05).day(over.plusSeconds(60), "age", 3, .3);
        assertThat(scene.archive().silences().get(0).end()).isEqualTo(over);
        assertThat(scene.mails()).contains("on-call 03-05T01:01 OPENED");
    }

    @Test
    void aSilenceEndedByHandIsOverAtOnce() {
        Instant later = TUESDAY.plusSeconds(600);
        scene.said(
                        TUESDAY,
                        (desk, commit) -> desk.silence(silence(TUESDAY, 2, false, "model", "credit"), TUESDAY, commit))
                .day(TUESDAY.plusSeconds(60), "age", 0, .3)
                .said(
                        later,
                        (desk, commit) ->
                                assertThat(desk.endSilence("s1", later, commit)).isPresent());
        assertThat(scene.mails()).containsExactly("on-call 03-03T01:10 OPENED");
        scene.said(
                later,
                (desk, commit) ->
                        assertThat(desk.endSilence("s1", later, commit)).isEmpty());
    }

    @Test
    void whatIsAcknowledgedIsNeitherRepeatedNorEscalatedUntilThatEnds() {
        scene.day(TUESDAY, "age", 0, .3);
        String id = scene.archive().incidents().get(0).id();
        Instant later = TUESDAY.plusSeconds(60);
        scene.said(
                        later,
                        (desk, commit) -> assertThat(desk.acknowledge(care(id, later, 10), commit))
                                .isPresent())
                .until(TUESDAY.plus(Duration.ofHours(11)));
        assertThat(scene.archive().acknowledgement(id)).isPresent();
        assertThat(scene.mails())
                .containsExactly(
                        "on-call 03-03T01:00 OPENED", "lead 03-03T11:01 ESCALATED", "on-call 03-03T11:01 REPEATED");
    }

    @Test
    void whatGetsWorseIsNoLongerAcknowledged() {
        scene.day(TUESDAY, "age", 0, .3);
        String id = scene.archive().incidents().get(0).id();
        Instant later = TUESDAY.plusSeconds(60);
        scene.said(
                        later,
                        (desk, commit) -> assertThat(desk.acknowledge(care(id, later, 300), commit))
                                .isPresent())
                .day(TUESDAY.plusSeconds(120), "age", 1, .6)
                .until(TUESDAY.plus(Duration.ofHours(1)));
        assertThat(scene.archive().acknowledgement(id)).isEmpty();
        assertThat(scene.mails())
                .containsExactly(
                        "on-call 03-03T01:00 OPENED", "on-call 03-03T01:02 WORSENED", "lead 03-03T01:32 ESCALATED");
    }

    @Test
    void nobodyCanAcknowledgeWhatIsNotOpen() {
        scene.said(
                TUESDAY,
                (desk, commit) -> assertThat(desk.acknowledge(care("nothing", TUESDAY, 1), commit))
                        .isEmpty());
    }

    @Test
    void aSilenceNamesWhatWhoWhyAndUntilWhen() {
        assertThatThrownBy(() -> silence(TUESDAY, 721, false, "model", "credit"))
                .hasMessageContaining("30 days");
        assertThatThrownBy(() -> silence(TUESDAY, 0, false, "model", "credit")).hasMessageContaining("after start");
        assertThatThrownBy(() -> silence(TUESDAY, 1, false, "model", "*")).hasMessageContaining("everything");
        assertThatThrownBy(() -> new Silence(
                        "s1", List.of(matcher("model", "a")), TUESDAY, TUESDAY.plusSeconds(1), false, " ", "why"))
                .hasMessageContaining("author");
        assertThatThrownBy(() -> new Silence(
                        "s1", List.of(matcher("model", "a")), TUESDAY, TUESDAY.plusSeconds(1), false, "me", ""))
                .hasMessageContaining("reason");
    }

    private static Silence silence(Instant start, int hours, boolean untilResolved, String label, String pattern) {
        return new Silence(
                "s1",
                List.of(matcher(label, pattern)),
                start,
                start.plus(Duration.ofHours(hours)),
                untilResolved,
                "me",
                "the feed is being repaired");
    }

    private static Matcher matcher(String label, String pattern) {
        return new Matcher(label, List.of(new NamePattern(pattern)));
    }

    private static Acknowledgement care(String incident, Instant at, int hours) {
        return new Acknowledgement(incident, "me", "", at, at.plus(Duration.ofHours(hours)));
    }
}
