package io.leeway.alert;

import static io.leeway.alert.IncidentChange.Kind.FOUND_LATE;
import static io.leeway.alert.IncidentChange.Kind.OPENED;
import static io.leeway.alert.IncidentChange.Kind.REOPENED;
import static io.leeway.alert.IncidentChange.Kind.RESOLVED;
import static io.leeway.alert.IncidentChange.Kind.SPREAD;
import static io.leeway.alert.IncidentChange.Kind.UPDATED;
import static io.leeway.alert.IncidentChange.Kind.WITHDRAWN;
import static io.leeway.alert.IncidentChange.Kind.WORSENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leeway.text.Glob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IncidentBookTest {
    private final IncidentBook book = new IncidentBook(List.of(Sample.rule()));

    @Test
    void oneIncidentGathersAllMembersUntilAllAreClear() {
        assertThat(kinds(Sample.day("age", 0, .3))).containsExactly(OPENED);
        assertThat(kinds(Sample.day("age", 1, .3), Sample.day("income", 1, .3))).containsExactly(SPREAD);
        assertThat(kinds(Sample.day("age", 2, .01), Sample.day("income", 2, .6)))
                .containsExactly(WORSENED);
        assertThat(kinds(Sample.day("age", 3, .01), Sample.day("income", 3, .01)))
                .containsExactly(UPDATED);
        assertThat(kinds(Sample.day("age", 4, .01), Sample.day("income", 4, .01)))
                .containsExactly(RESOLVED);
        assertThat(kinds(Sample.day("age", 5, .01), Sample.day("income", 5, .01)))
                .isEmpty();
        Incident only = book.incidents().get(0);
        assertThat(only.title()).as("frozen when it opened").isEqualTo("credit: age drifted");
        assertThat(only.span().members()).extracting(Member::name).containsExactly("income", "age");
        assertThat(only.span().cleared()).contains(Sample.end(4));
    }

    @Test
    void aBatchOfManyDaysTellsTheSameStoryAsOneDayAtATime() {
        List<Observation> days = Sample.days("age", .05, .3, .6, .05, .05, .05);
        List<IncidentChange> together = book.accept(days).incidents();
        IncidentBook other = new IncidentBook(List.of(Sample.rule()));
        List<IncidentChange> apart = days.stream()
                .flatMap(day -> other.accept(List.of(day)).incidents().stream())
                .toList();
        assertThat(together)
                .isEqualTo(apart)
                .extracting(IncidentChange::kind)
                .containsExactly(OPENED, WORSENED, UPDATED, RESOLVED);
    }

    @Test
    void anOpenWindowIsNotJudged() {
        Observation day = Sample.day("age", 0, .3);
        Observation open = new Observation(
                day.measurement(), day.tags(), day.start(), day.end(), false, 1, day.n(), day.figures(), "");
        assertThat(book.accept(List.of(open)).incidents()).isEmpty();
    }

    @Test
    void whatWasOverWhenItWasFoundIsToldOnce() {
        assertThat(kinds(Sample.day("age", 0, .05), Sample.day("age", 2, .05), Sample.day("age", 3, .05)))
                .isEmpty();
        assertThat(kinds(Sample.day("age", 1, .3))).containsExactly(FOUND_LATE);
        assertThat(book.incidents().get(0).reason()).isEqualTo(Reason.LATE_DATA);
    }

    @Test
    void correctedNumbersWithdrawAnIncidentAndBringItBack() {
        assertThat(kinds(Sample.day("age", 0, .3))).containsExactly(OPENED);
        assertThat(kinds(Sample.day("age", 0, .05, 2))).containsExactly(WITHDRAWN);
        assertThat(kinds(Sample.day("age", 0, .3, 3))).containsExactly(REOPENED);
        assertThat(book.incidents()).hasSize(1);
    }

    @Test
    void anOlderRevisionIsForgotten() {
        assertThat(kinds(Sample.day("age", 0, .05, 2))).isEmpty();
        assertThat(kinds(Sample.day("age", 0, .3, 1))).isEmpty();
    }

    @Test
    void aLateWindowThatBeganItEarlierKeepsItsName() {
        assertThat(kinds(Sample.day("age", 1, .3))).containsExactly(OPENED);
        String name = book.incidents().get(0).id();
        assertThat(kinds(Sample.day("age", 0, .3))).containsExactly(UPDATED);
        assertThat(book.incidents()).extracting(Incident::id).containsExactly(name);
        assertThat(book.incidents().get(0).span().since()).isEqualTo(Sample.START);
    }

    @Test
    void aModelThatIsErasedAndComesAgainIsWatchedFromItsBeginning() {
        assertThat(kinds(Sample.day("age", 0, .3))).containsExactly(OPENED);
        assertThat(book.erase("credit")).extracting(IncidentChange::reason).containsExactly(Reason.MODEL_DELETED);
        assertThat(kinds(Sample.day("age", 5, .3))).containsExactly(OPENED);
        assertThat(kinds(Sample.day("age", 6, .01), Sample.day("age", 7, .01))).containsExactly(UPDATED, RESOLVED);
        assertThat(book.incidents()).hasSize(2).noneMatch(Incident::open);
    }

    @Test
    void theNameOfAnIncidentIsTheSameInAnotherProcess() {
        // python3 -c "import base64,hashlib as h;print(base64.b32encode(h.sha256(
        //   b'feature-drift\0model\0credit\0' + b'2026-03-03T00:00:00Z').digest()).decode().lower()[:13])"
        assertThat(kinds(Sample.day("age", 0, .3))).containsExactly(OPENED);
        assertThat(book.incidents().get(0).id()).isEqualTo("5zig5qi2yykmu");
    }

    @Test
    void anyOrderOfArrivalEndsInTheSameIncidents() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Observation> days = randomDays(random);
            Set<String> expected = ends(days);
            List<Observation> shuffled = new ArrayList<>(days);
            Collections.shuffle(shuffled, random);
            shuffled.addAll(shuffled.subList(0, shuffled.size() / 3));
            assertThat(ends(shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void aBookThatIsOpenedAgainGoesOnAsIfItHadNeverBeenClosed() {
        for (int seed = 0; seed < 50; seed++) {
            List<Observation> days = randomDays(new Random(seed));
            IncidentBook uninterrupted = new IncidentBook(List.of(Sample.rule()));
            IncidentBook interrupted = new IncidentBook(List.of(Sample.rule()));
            Kept kept = new Kept();
            for (Observation day : days) {
                List<IncidentChange> expected =
                        uninterrupted.accept(List.of(day)).incidents();
                IncidentBook.Outcome outcome = interrupted.accept(List.of(day));
                assertThat(outcome.incidents()).isEqualTo(expected);
                kept.add(outcome);
                interrupted = kept.reopened(Sample.rule());
            }
        }
    }

    @Test
    void twoThatBeganWithTheSameWindowAreTwoAndEachIsToldOnce() {
        var unused = book.accept(Sample.days("zip", .6, .01, .01));
        assertThat(kinds(Sample.day("age", 0, .15), Sample.day("age", 5, .15))).containsExactly(UPDATED, OPENED);
        assertThat(book.incidents()).extracting(Incident::id).hasSize(2).doesNotHaveDuplicates();
        assertThat(kinds(Sample.day("zip", 6, .01))).isEmpty();
    }

    @Test
    void whatIsKeptIsBoundedAndAnOldEpisodeGoesOn() {
        Kept kept = new Kept();
        kept.add(book.accept(List.of(Sample.day("age", 0, .3))));
        for (int day = 1; day < 1000; day++) {
            kept.add(book.accept(List.of(Sample.day("age", day, .09 + .02 * (day % 2)))));
        }
        assertThat(kept.size()).isBetween(History.KEPT, History.KEPT + 2 * History.DROPPED + 10);
        assertThat(book.incidents()).hasSize(1);
        assertThat(book.incidents().get(0).span().since()).isEqualTo(Sample.START);
        IncidentBook again = kept.reopened(Sample.rule());
        assertThat(again.accept(List.of(Sample.day("age", 1000, .01), Sample.day("age", 1001, .01)))
                        .incidents())
                .extracting(IncidentChange::kind)
                .containsExactly(UPDATED, RESOLVED);
    }

    @Test
    void aRuleThatIsGoneEndsItsIncidents() {
        Kept kept = new Kept();
        kept.add(book.accept(List.of(Sample.day("age", 0, .3))));
        IncidentBook without = kept.reopened();
        assertThat(without.endOrphans()).extracting(IncidentChange::reason).containsExactly(Reason.NO_LONGER_WATCHED);
        assertThat(without.endOrphans()).isEmpty();
        assertThat(without.incidents()).extracting(Incident::open).containsExactly(false);
    }

    @Test
    void aRuleThatComesBackUnchangedOpensItsIncidentsAgainAndBlamesNoLateData() {
        Kept kept = new Kept();
        kept.add(kept.reopened(Sample.rule()).accept(List.of(Sample.day("age", 0, .3))));
        kept.add(new IncidentBook.Outcome(kept.reopened().endOrphans(), List.of()));
        IncidentBook back = IncidentBook.reopened(List.of(Sample.rule()), kept.memory());
        assertThat(back.followChangedRules())
                .extracting(change -> change.kind() + " " + change.reason())
                .containsExactly("REOPENED RULE_CHANGED");
    }

    @Test
    void aRuleThatGathersItsIncidentsOtherwiseEndsThoseOfBeforeAsAChangedOne() {
        Kept kept = new Kept();
        kept.add(book.accept(List.of(Sample.day("age", 0, .3))));
        Rule usual = Sample.rule();
        Rule apart = new Rule(
                usual.name(),
                usual.watch(),
                List.of("model", "feature"),
                usual.trust(),
                usual.levels(),
                usual.clear(),
                usual.wording());
        assertThat(kept.reopened(apart).endOrphans())
                .extracting(IncidentChange::reason)
                .containsExactly(Reason.RULE_CHANGED);
    }

    @Test
    void whatWasOverBeforeAModelWasErasedStaysSoWhenTheModelComesAgainAfterARestart() {
        Kept kept = new Kept();
        IncidentBook before = kept.reopened(Sample.rule());
        Sample.days("age", .3, .01, .01).forEach(day -> kept.add(before.accept(List.of(day))));
        kept.add(new IncidentBook.Outcome(before.erase("credit"), List.of()));
        kept.erase("credit");
        IncidentBook after = kept.reopened(Sample.rule());
        assertThat(after.accept(List.of(Sample.day("age", 5, .01))).incidents()).isEmpty();
        assertThat(after.incidents())
                .extracting(Incident::state, Incident::reason)
                .containsExactly(tuple(Incident.State.RESOLVED, Reason.MODEL_DELETED));
    }

    @Test
    void theEndOfAnIncidentIsToldOnceWhenItsModelIsErased() {
        var unused = book.accept(Sample.days("age", .3, .01, .01, .3));
        assertThat(book.erase("credit"))
                .extracting(IncidentChange::isNews)
                .as("what was over is noted")
                .containsExactlyInAnyOrder(true, false);
        assertThat(book.erase("credit")).isEmpty();
    }

    @Test
    void aRuleThatNoLongerSelectsAModelEndsItsIncidents() {
        Kept kept = new Kept();
        kept.add(book.accept(List.of(Sample.day("age", 0, .3), Sample.of("churn", "age", 0, .3))));
        IncidentBook narrowed = kept.reopened(onlyFor("churn"));
        assertThat(narrowed.endOrphans())
                .extracting(change -> change.incident().model() + " " + change.reason())
                .containsExactly("credit " + Reason.MODEL_LEFT_OUT);
        assertThat(narrowed.incidents())
                .filteredOn(Incident::open)
                .extracting(Incident::model)
                .containsExactly("churn");
    }

    private static Rule onlyFor(String model) {
        Rule usual = Sample.rule();
        Watch watch = new Watch(
                usual.watch().measurement(), usual.watch().only(), usual.watch().per(), List.of(new Glob(model)));
        return new Rule(
                usual.name(),
                watch,
                usual.incidentPer(),
                usual.trust(),
                usual.levels(),
                usual.clear(),
                usual.wording());
    }

    private List<IncidentChange.Kind> kinds(Observation... windows) {
        return book.accept(List.of(windows)).incidents().stream()
                .map(IncidentChange::kind)
                .toList();
    }

    /** Three inputs over forty days with revisions, gaps and thin days. */
    private static List<Observation> randomDays(Random random) {
        List<Observation> days = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            for (String feature : List.of("age", "income", "zip")) {
                int revisions = random.nextInt(3);
                for (int revision = 1; revision <= revisions; revision++) {
                    double psi = random.nextInt(4) == 0 ? random.nextDouble() * .7 : random.nextDouble() * .15;
                    long n = random.nextInt(10) == 0 ? 50 : 1000;
                    days.add(Sample.window(feature, day, revision, n, Map.of("psi", psi)));
                }
            }
        }
        return days;
    }

    private static Set<String> ends(List<Observation> arrival) {
        IncidentBook book = new IncidentBook(List.of(Sample.rule()));
        arrival.forEach(day -> assertThat(book.accept(List.of(day))).isNotNull());
        List<Incident> real = book.incidents().stream()
                .filter(incident -> incident.state() != Incident.State.WITHDRAWN)
                .toList();
        assertThat(real.stream().map(Incident::id)).doesNotHaveDuplicates();
        return real.stream()
                .map(incident -> incident.state() + " " + incident.span())
                .collect(Collectors.toSet());
    }
}
