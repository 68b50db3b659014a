package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Count;
import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.alert.Sample;
import io.leeway.alert.Trigger;
import io.leeway.routing.Matcher;
import io.leeway.routing.Route;
import io.leeway.text.NamePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A symptom, at psi above 0.2, is explained by a cause that is open about the same model, at psi above 0.4. */
class HeldBackTest {
    private static final Instant TUESDAY = Instant.parse("2026-03-03T01:00:00Z");
    private static final Receiver TEAM = new Receiver("on-call", List.of("team@example.org"), Level.WARNING);
    private static final Rule CAUSE = rule("cause", "psi > 0.4", "psi <= 0.4");
    private static final Rule SYMPTOM =
            rule("symptom", "psi > 0.2", "psi <= 0.2").heldBackWhile(List.of("cause"));

    private final Scene scene = new Scene().reopening().by(SYMPTOM, CAUSE);

    @Test
    void whatIsExplainedInTheSameWindowIsNeverTold() {
        scene.told(Route.TO_OWNER, TEAM).day(TUESDAY, "age", 0, .5).day(TUESDAY.plus(Duration.ofDays(1)), "age", 1, .1);
        assertThat(scene.mails()).containsExactly("on-call 03-03T01:00 OPENED", "on-call 03-04T01:00 RESOLVED");
        assertThat(scene.archive().incidents())
                .as("both are incidents all the same")
                .extracting(Incident::rule)
                .containsExactlyInAnyOrder("cause", "symptom");
    }

    @Test
    void whatOutlivesItsExplanationIsTold() {
        scene.told(Route.TO_OWNER, TEAM).day(TUESDAY, "age", 0, .5).day(TUESDAY.plus(Duration.ofDays(1)), "age", 1, .3);
        assertThat(scene.mails())
                .containsExactlyInAnyOrder(
                        "on-call 03-03T01:00 OPENED", "on-call 03-04T01:00 OPENED", "on-call 03-04T01:00 RESOLVED");
    }

    @Test
    void anIncidentOfAnotherModelExplainsNothing() {
        scene.told(Route.TO_OWNER, TEAM)
                .day(TUESDAY, "churn", "age", 0, .5)
                .day(TUESDAY.plusSeconds(60), "credit", "age", 0, .3);
        assertThat(scene.mails()).containsExactly("on-call 03-03T01:00 OPENED", "on-call 03-03T01:01 OPENED");
    }

    @Test
    void aSilencedCauseOfWhichNobodyKnowsHoldsNothingBack() {
        Instant wednesday = TUESDAY.plus(Duration.ofDays(1));
        scene.told(Route.TO_OWNER, TEAM)
                .day(TUESDAY, "age", 0, .1)
                .said(TUESDAY.plusSeconds(1), (desk, commit) -> desk.silence(silence(TUESDAY), TUESDAY, commit))
                .day(wednesday, "age", 1, .5);
        assertThat(scene.mails()).containsExactly("on-call 03-04T01:00 OPENED");
        assertThat(scene.archive().thread(open("symptom"))).hasSize(1);
    }

    @Test
    void aCauseThatSomebodyHeardOfBeforeItWasSilencedGoesOnHoldingBack() {
        Instant wednesday = TUESDAY.plus(Duration.ofDays(1));
        scene.told(Route.TO_OWNER, TEAM)
                .day(TUESDAY, "age", 0, .5)
                .said(TUESDAY.plusSeconds(1), (desk, commit) -> desk.silence(silence(TUESDAY), TUESDAY, commit))
                .day(wednesday, "age", 1, .5)
                .until(wednesday.plus(Duration.ofHours(1)));
        assertThat(scene.mails()).containsExactly("on-call 03-03T01:00 OPENED");
    }

    @Test
    void aCauseBelowEverybodysLevelHoldsNothingBack() {
        Receiver woken = new Receiver("on-call", List.of("team@example.org"), Level.CRITICAL);
        Rule grave = rule("symptom", Level.CRITICAL, "psi > 0.2", "psi <= 0.2").heldBackWhile(List.of("cause"));
        Scene other = new Scene().by(grave, CAUSE).told(Route.TO_OWNER, woken).day(TUESDAY, "age", 0, .5);
        assertThat(other.mails()).containsExactly("on-call 03-03T01:00 OPENED");
        assertThat(other.archive().thread(open(other, "symptom"))).hasSize(1);
    }

    @Test
    void aCauseThatIsExplainedItselfStillHoldsBackWhatItExplains() {
        Receiver woken = new Receiver("on-call", List.of("team@example.org"), Level.CRITICAL);
        Rule root = rule("root", Level.CRITICAL, "psi > 0.4", "psi <= 0.4");
        Rule cause = rule("cause", Level.WARNING, "psi > 0.3", "psi <= 0.3").heldBackWhile(List.of("root"));
        Rule grave = rule("symptom", Level.CRITICAL, "psi > 0.2", "psi <= 0.2").heldBackWhile(List.of("cause"));
        Scene chain =
                new Scene().by(grave, cause, root).told(Route.TO_OWNER, woken).day(TUESDAY, "age", 0, .5);
        assertThat(chain.mails()).as("nobody hears of the cause").containsExactly("on-call 03-03T01:00 OPENED");
        assertThat(chain.archive().thread(open(chain, "root"))).hasSize(1);
    }

    @Test
    void aWarningThatWaitsExplainsAwayNothingCritical() {
        Rule grave = rule("symptom", Level.CRITICAL, "psi > 0.2", "psi <= 0.2").heldBackWhile(List.of("cause"));
        Scene other = new Scene().by(grave, CAUSE).told(Route.TO_OWNER, TEAM).day(TUESDAY, "age", 0, .5);
        assertThat(other.archive().thread(open(other, "symptom"))).hasSize(1);
    }

    private String open(String rule) {
        return open(scene, rule);
    }

    private static String open(Scene scene, String rule) {
        return scene.archive().incidents().stream()
                .filter(incident -> incident.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Silence silence(Instant from) {
        return new Silence(
                "s1",
                List.of(new Matcher("rule", List.of(new NamePattern("cause")))),
                from,
                from.plus(Duration.ofDays(3)),
                false,
                "me",
                "the feed is being repaired");
    }

    private static Rule rule(String name, String when, String clear) {
        return rule(name, Level.WARNING, when, clear);
    }

    private static Rule rule(String name, Level level, String when, String clear) {
        Rule usual = Sample.rule();
        TreeMap<Level, List<Trigger>> levels =
                new TreeMap<>(Map.of(level, List.of(new Trigger(Sample.condition(when), Count.ONCE))));
        return new Rule(
                name,
                usual.watch(),
                usual.incidentPer(),
                usual.trust(),
                levels,
                new Trigger(Sample.condition(clear), Count.ONCE),
                usual.wording());
    }
}
