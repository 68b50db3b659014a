package io.leeway.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.alert.Sample;
import io.leeway.alert.Trigger;
import io.leeway.alert.Trust;
import io.leeway.routing.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What late rows or labels find is told while it matters, by a rule with {@code notify_late: 5d}. */
class LateFindingTest {
    private static final Instant NOW = Instant.parse("2026-03-20T01:00:00Z");
    private static final Receiver TEAM = new Receiver("on-call", List.of("team@example.org"), Level.WARNING);

    private final Scene scene = new Scene().reopening().by(rule()).told(Route.TO_OWNER, TEAM);

    @Test
    void whatIsFoundWithinTheTimeIsTold() {
        quietDays().day(NOW.plusSeconds(60), "age", 7, .3);
        assertThat(scene.mails()).containsExactly("on-call 03-20T01:01 FOUND_LATE");
    }

    @Test
    void whatIsFoundLaterIsNotedAndNotTold() {
        quietDays().day(NOW.plusSeconds(60), "age", 2, .3).until(NOW.plus(Duration.ofDays(2)));
        assertThat(scene.mails()).isEmpty();
        assertThat(scene.archive().incidents()).extracting(Incident::level).containsExactly(Level.WARNING);
    }

    @Test
    void whatIsFoundLaterIsToldOnceItGoesOn() {
        foundLate().day(NOW.plusSeconds(120), "age", 11, .05);
        assertThat(scene.mails()).as("a window that does not breach").isEmpty();
        scene.day(NOW.plusSeconds(180), "age", 12, .3).day(NOW.plusSeconds(240), "age", 13, .3);
        assertThat(scene.mails()).containsExactly("on-call 03-20T01:03 OPENED");
        scene.day(NOW.plusSeconds(300), "age", 14, .01).day(NOW.plusSeconds(360), "age", 15, .01);
        assertThat(scene.mails()).hasSize(2).last().asString().endsWith("RESOLVED");
    }

    @Test
    void whatIsFoundLaterAndEndsWithoutGoingOnIsNeverTold() {
        foundLate().day(NOW.plusSeconds(120), "age", 11, .01).day(NOW.plusSeconds(180), "age", 12, .01);
        assertThat(scene.archive().incidents()).extracting(Incident::open).containsExactly(false);
        scene.until(NOW.plus(Duration.ofDays(2)));
        assertThat(scene.mails()).isEmpty();
    }

    @Test
    void whatNobodyWasToldOfEndsInSilenceWithItsRule() {
        foundLate().by();
        caughtUp();
    }

    @Test
    void andSoItDoesWhenItsRuleChangesAndDoesNotFindIt() {
        foundLate().by(rule(new TreeMap<>(Sample.rule().levels().tailMap(Level.CRITICAL))));
        caughtUp();
    }

    private void caughtUp() {
        Instant later = NOW.plusSeconds(120);
        scene.said(
                        later,
                        (desk, commit) ->
                                assertThat(desk.catchUp(later, commit)).hasSize(1))
                .until(NOW.plus(Duration.ofDays(2)));
        assertThat(scene.archive().incidents()).extracting(Incident::open).containsExactly(false);
        assertThat(scene.mails()).isEmpty();
    }

    /** An incident of day 2 that is open, of which nobody was told on day 10. */
    private Scene foundLate() {
        scene.day(NOW, "income", 10, .01).day(NOW.plusSeconds(60), "age", 2, .3);
        assertThat(scene.archive().incidents()).extracting(Incident::open).containsExactly(true);
        assertThat(scene.mails()).isEmpty();
        return scene;
    }

    @Test
    void theEndOfWhatWasToldIsToldHoweverLate() {
        scene.day(NOW, "age", 4, .3);
        assertThat(scene.mails()).hasSize(1);
        scene.day(NOW.plusSeconds(60), "income", 12, .01)
                .day(NOW.plusSeconds(120), "age", 5, .01)
                .day(NOW.plusSeconds(180), "age", 6, .01);
        assertThat(scene.mails()).hasSize(2).last().asString().endsWith("RESOLVED");
    }

    /** Days 0 to 10. */
    private Scene quietDays() {
        for (int day = 0; day <= 10; day++) {
            scene.day(NOW, "age", day, .01);
        }
        return scene;
    }

    private static Rule rule() {
        return rule(Sample.rule().levels());
    }

    private static Rule rule(SortedMap<Level, List<Trigger>> levels) {
        Rule usual = Sample.rule();
        return new Rule(
                usual.name(),
                usual.watch(),
                usual.incidentPer(),
                new Trust(100, 0, Optional.of(Duration.ofDays(5))),
                levels,
                usual.clear(),
                usual.wording());
    }
}
