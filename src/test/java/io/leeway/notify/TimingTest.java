package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Level;
import io.leeway.routing.Daily;
import io.leeway.routing.Escalation;
import io.leeway.routing.Hours;
import io.leeway.routing.Matcher;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import io.leeway.routing.Route;
import io.leeway.text.NamePattern;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is told what, and when. The first day of {@link Sample} is Monday, 2 March 2026; its window closes on Tuesday. */
class TimingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T01:00:00Z");
    private static final Receiver TEAM = new Receiver("on-call", List.of("team@example.org"), Level.WARNING);
    private static final Receiver LEAD = new Receiver("lead", List.of("lead@example.org"), Level.WARNING);
    private static final Pace PACE = new Pace(Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(6));
    private static final Policy PLAIN = policy(PACE, Optional.empty());

    private final Scene scene = new Scene();

    @Test
    void whatHappensWithinTheWaitIsInTheFirstMail() {
        scene.told(to(PLAIN), TEAM)
                .day(TUESDAY, "age", 0, .3)
                .day(TUESDAY.plusSeconds(30), "zip", 0, .3)
                .at(TUESDAY.plusSeconds(59));
        assertThat(scene.mails()).isEmpty();
        scene.at(TUESDAY.plusSeconds(60));
        assertThat(scene.mails()).containsExactly("on-call 03-03T01:01 OPENED");
    }

    @Test
    void aSpreadWaitsForTheNextUpdateAndAHigherLevelDoesNot() {
        scene.told(to(policy(new Pace(Duration.ZERO, Duration.ofMinutes(15), Duration.ZERO), Optional.empty())), TEAM)
                .day(TUESDAY, "age", 0, .3)
                .day(TUESDAY.plusSeconds(60), "zip", 0, .3)
                .day(TUESDAY.plusSeconds(120), "sex", 0, .6)
                .day(TUESDAY.plusSeconds(180), "job", 0, .3)
                .until(TUESDAY.plusSeconds(3600));
        assertThat(scene.mails())
                .containsExactly(
                        "on-call 03-03T01:00 OPENED", "on-call 03-03T01:02 WORSENED", "on-call 03-03T01:17 SPREAD");
    }

    @Test
    void whatIsStillOpenIsToldAgain() {
        scene.told(to(PLAIN), TEAM).day(TUESDAY, "age", 0, .3).until(TUESDAY.plus(Duration.ofHours(13)));
        assertThat(scene.mails())
                .containsExactly(
                        "on-call 03-03T01:01 OPENED", "on-call 03-03T07:01 REPEATED", "on-call 03-03T13:01 REPEATED");
    }

    @Test
    void outsideTheHoursNewsWaitAndComeAsTheyAreThen() {
        scene.told(to(policy(PACE, Optional.of(office(Hours.Outside.HOLD)))), TEAM)
                .day(TUESDAY, "age", 0, .3)
                .day(TUESDAY.plusSeconds(600), "age", 1, .6)
                .until(TUESDAY.plus(Duration.ofHours(7)));
        assertThat(scene.mails()).containsExactly("on-call 03-03T07:00 OPENED");
    }

    @Test
    void anEndOnSaturdayIsToldOnMonday() {
        scene.told(
                        to(policy(
                                new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                                Optional.of(office(Hours.Outside.HOLD)))),
                        TEAM)
                .day(Instant.parse("2026-03-06T10:00:00Z"), "age", 3, .3)
                .day(Instant.parse("2026-03-07T01:00:00Z"), "age", 4, .05)
                .day(Instant.parse("2026-03-07T02:00:00Z"), "age", 5, .05)
                .until(Instant.parse("2026-03-10T00:00:00Z"));
        assertThat(scene.mails()).containsExactly("on-call 03-06T10:00 OPENED", "on-call 03-09T07:00 RESOLVED");
    }

    @Test
    void whatCameAndWentWhileItWasHeldIsToldOnce() {
        scene.told(to(policy(PACE, Optional.of(office(Hours.Outside.HOLD)))), TEAM)
                .day(Instant.parse("2026-03-07T01:00:00Z"), "age", 4, .3)
                .day(Instant.parse("2026-03-08T01:00:00Z"), "age", 5, .05)
                .day(Instant.parse("2026-03-09T01:00:00Z"), "age", 6, .05)
                .until(Instant.parse("2026-03-10T00:00:00Z"));
        assertThat(scene.mails()).containsExactly("on-call 03-09T07:00 RESOLVED");
    }

    @Test
    void theNightComesInOneMailWhereTheHoursSayDigest() {
        scene.told(to(policy(PACE, Optional.of(office(Hours.Outside.DIGEST)))), TEAM)
                .day(TUESDAY, "credit", "age", 0, .3)
                .day(TUESDAY.plusSeconds(60), "churn", "age", 0, .3)
                .until(TUESDAY.plus(Duration.ofHours(9)));
        assertThat(scene.mails()).containsExactly("on-call 03-03T07:00 ROUNDUP [OPENED, OPENED]");
    }

    @Test
    void aDigestWithinTheHoursComesThoughTheClockIsALittleLate() {
        Receiver daily = new Receiver(
                "on-call",
                List.of("team@example.org"),
                Level.WARNING,
                Optional.of(new Receiver.Digest(new Daily(LocalTime.of(8, 0), BERLIN), Set.of(Level.WARNING))),
                Receiver.Limit.DEFAULTS);
        scene.told(to(policy(PACE, Optional.of(office(Hours.Outside.HOLD)))), daily)
                .day(TUESDAY, "credit", "age", 0, .3)
                .until(TUESDAY.plus(Duration.ofHours(5)))
                .at(Instant.parse("2026-03-03T07:00:00.003Z"));
        assertThat(scene.mails()).containsExactly("on-call 03-03T07:00 OPENED");
    }

    @Test
    void aReceiverWithADigestIsToldOfThoseLevelsOnceADay() {
        Receiver daily = new Receiver(
                "on-call",
                List.of("team@example.org"),
                Level.WARNING,
                Optional.of(new Receiver.Digest(new Daily(LocalTime.of(8, 0), BERLIN), Set.of(Level.WARNING))),
                Receiver.Limit.DEFAULTS);
        scene.told(to(PLAIN), daily)
                .day(TUESDAY, "credit", "age", 0, .3)
                .day(TUESDAY, "churn", "age", 0, .3)
                .day(TUESDAY, "fraud", "age", 0, .6)
                .until(TUESDAY.plus(Duration.ofHours(6)));
        assertThat(scene.mails())
                .containsExactly("on-call 03-03T01:01 OPENED", "on-call 03-03T07:00 ROUNDUP [OPENED, OPENED]");
    }

    @Test
    void aStormIsOneMailAndNothingOfItIsDropped() {
        scene.told(to(PLAIN), TEAM);
        for (int model = 0; model < 200; model++) {
            scene.day(TUESDAY, "model-" + model, "age", 0, .3);
        }
        scene.at(TUESDAY.plusSeconds(60));
        assertThat(scene.mails())
                .singleElement()
                .asString()
                .contains("ROUNDUP")
                .satisfies(mail -> assertThat(mail.split("OPENED", -1)).hasSize(201));
    }

    @Test
    void mailsBeyondTheLimitWaitAndComeInOne() {
        Receiver patient = new Receiver(
                "on-call",
                List.of("team@example.org"),
                Level.WARNING,
                Optional.empty(),
                new Receiver.Limit(2, Duration.ofMinutes(10)));
        scene.told(to(PLAIN), patient);
        for (int model = 0; model < 5; model++) {
            scene.day(TUESDAY.plusSeconds(model * 90L), "model-" + model, "age", 0, .3);
        }
        scene.until(TUESDAY.plus(Duration.ofMinutes(30)));
        assertThat(scene.mails())
                .containsExactly(
                        "on-call 03-03T01:01 OPENED",
                        "on-call 03-03T01:02 OPENED",
                        "on-call 03-03T01:11 ROUNDUP [OPENED, OPENED, OPENED]");
    }

    @Test
    void whatNobodyAcknowledgesIsEscalatedAndItsEndIsToldToBoth() {
        Policy critical = new Policy(
                Optional.of("on-call"),
                new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO),
                Optional.empty(),
                List.of(new Escalation(Duration.ofMinutes(30), "lead")));
        Route levels = new Route(List.of(matcher("level", "critical")), false, critical, List.of());
        scene.told(new Route(List.of(), false, PLAIN, List.of(levels)), TEAM, LEAD)
                .day(TUESDAY, "age", 0, .6)
                .until(TUESDAY.plus(Duration.ofHours(2)))
                .day(TUESDAY.plus(Duration.ofHours(24)), "age", 1, .05)
                .day(TUESDAY.plus(Duration.ofHours(48)), "age", 2, .05)
                .until(TUESDAY.plus(Duration.ofHours(49)));
        assertThat(scene.mails())
                .containsExactly(
                        "on-call 03-03T01:00 OPENED",
                        "lead 03-03T01:30 ESCALATED",
                        "lead 03-05T01:00 RESOLVED",
                        "on-call 03-05T01:00 RESOLVED");
    }

    @Test
    void whoHeardOfAWarningHearsOfTheEndThoughItsLevelLeadsElsewhereMeanwhile() {
        Policy pager = new Policy(Optional.of("lead"), Pace.AT_ONCE, Optional.empty(), List.of());
        Route critical = new Route(List.of(matcher("level", "critical")), false, pager, List.of());
        scene.told(new Route(List.of(), false, Policy.PLAIN, List.of(critical)), TEAM, LEAD)
                .day(TUESDAY, "age", 0, .3)
                .day(TUESDAY.plusSeconds(86_400), "age", 1, .6)
                .day(TUESDAY.plusSeconds(2 * 86_400), "age", 2, .05)
                .day(TUESDAY.plusSeconds(3 * 86_400), "age", 3, .05);
        assertThat(scene.mails())
                .containsExactly(
                        "on-call 03-03T01:00 OPENED",
                        "lead 03-04T01:00 OPENED",
                        "lead 03-06T01:00 RESOLVED",
                        "on-call 03-06T01:00 RESOLVED");
    }

    @Test
    void everyReceiverHasAThreadOfTheirOwn() {
        Policy all = new Policy(Optional.of("lead"), Pace.AT_ONCE, Optional.empty(), List.of());
        Route both = new Route(List.of(matcher("model", "*")), true, all, List.of());
        Route owner = new Route(List.of(matcher("model", "*")), false, Policy.PLAIN, List.of());
        scene.told(new Route(List.of(), false, Policy.PLAIN, List.of(both, owner)), TEAM, LEAD)
                .day(TUESDAY, "age", 0, .3)
                .day(TUESDAY, "age", 1, .05)
                .day(TUESDAY, "age", 2, .05);
        String id = scene.archive().incidents().get(0).id();
        assertThat(scene.archive().thread(id))
                .extracting(entry -> entry.mail().receiver() + " "
                        + entry.mail().key().number() + " " + entry.mail().subject())
                .containsExactly(
                        "lead 1 OPENED thread []",
                        "on-call 2 OPENED thread []",
                        "lead 3 RESOLVED thread [<" + id + ".1@example.org>]",
                        "on-call 4 RESOLVED thread [<" + id + ".2@example.org>]");
    }

    private static Hours office(Hours.Outside outside) {
        return new Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(18, 0),
                BERLIN,
                outside);
    }

    private static Policy policy(Pace pace, Optional<Hours> hours) {
        return new Policy(Optional.empty(), pace, hours, List.of());
    }

    private static Route to(Policy policy) {
        return new Route(List.of(), false, policy, List.of());
    }

    private static Matcher matcher(String label, String... any) {
        return new Matcher(label, Stream.of(any).map(NamePattern::new).toList());
    }

    @Test
    void aCrashAfterAnyCommitChangesNothingOfWhatIsTold() {
        Policy critical = new Policy(
                Optional.empty(),
                PACE,
                Optional.of(office(Hours.Outside.HOLD)),
                List.of(new Escalation(Duration.ofHours(1), "lead")));
        Scene other = new Scene().reopening();
        for (Scene each : List.of(scene, other)) {
            each.told(to(critical), TEAM, LEAD)
                    .day(TUESDAY, "age", 0, .3)
                    .day(TUESDAY.plusSeconds(30), "churn", "zip", 0, .6)
                    .until(TUESDAY.plus(Duration.ofHours(20)))
                    .day(TUESDAY.plus(Duration.ofHours(24)), "age", 1, .6)
                    .until(TUESDAY.plus(Duration.ofHours(47)));
        }
        assertThat(scene.mails()).hasSizeGreaterThan(5).isEqualTo(other.mails());
    }
}
