package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Count;
import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.alert.Sample;
import io.leeway.alert.Trigger;
import io.leeway.routing.Route;
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

    private static Rule rule(String name, String when, String clear) {
        Rule usual = Sample.rule();
        TreeMap<Level, List<Trigger>> levels =
                new TreeMap<>(Map.of(Level.WARNING, List.of(new Trigger(Sample.condition(when), Count.ONCE))));
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
