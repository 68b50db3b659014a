package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What comes and goes again and again, by a rule that warns above 0.2 and is clear at once below. */
class FlappingTest {
    private final IncidentBook book = new IncidentBook(List.of(rule()));

    @Test
    void theShareOfTurnsIsThatOfNagios() {
        Turns all = Turns.NONE;
        for (int window = 0; window < 40; window++) {
            all = all.then(window % 2 == 0, Sample.end(window));
        }
        assertThat(all.share()).as("every step a turn").isCloseTo(1, within(1e-9));
        Turns one = Turns.NONE.then(true, Sample.end(0));
        assertThat(one.share()).as("the newest step").isCloseTo(1.25 / 20, within(1e-9));
        for (int window = 1; window < 20; window++) {
            one = one.then(true, Sample.end(window));
        }
        assertThat(one.share()).as("the oldest step").isCloseTo(.75 / 20, within(1e-9));
        assertThat(one.then(true, Sample.end(20)).share()).isZero();
    }

    @Test
    void turnsAreToldUntilTheyAreTooManyThenItsFlappingThenThatItHasSettled() {
        List<String> told = new ArrayList<>();
        for (int day = 0; day < 12; day++) {
            told.addAll(told(day, day % 2 == 0 ? .3 : .01));
        }
        assertThat(told)
                .containsExactly(
                        "0 OPENED BREACH",
                        "1 RESOLVED CLEARED",
                        "2 OPENED BREACH",
                        "3 RESOLVED CLEARED",
                        "4 OPENED BREACH",
                        "5 FLAPPING FLAPPING");
        List<String> after = new ArrayList<>();
        for (int day = 12; day < 40; day++) {
            after.addAll(told(day, .01));
        }
        assertThat(after).hasSize(1).first().asString().endsWith("RESOLVED SETTLED");
        assertThat(book.incidents()).hasSize(3);
    }

    @Test
    void whatSettlesWhileItFiresStaysOpenAndSaysSo() {
        List<String> told = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            told.addAll(told(day, day < 12 && day % 2 == 1 ? .01 : .3));
        }
        assertThat(told).last().asString().endsWith("SETTLED SETTLED");
        assertThat(book.incidents().get(0).open()).isTrue();
    }

    @Test
    void whatGetsWorseIsToldThoughItFlaps() {
        for (int day = 0; day < 12; day++) {
            assertThat(told(day, day % 2 == 0 ? .3 : .01)).isNotNull();
        }
        assertThat(told(12, .6)).containsExactly("12 WORSENED WORSE");
    }

    @Test
    void aRuleThatSaysOffIsToldEveryTurn() {
        IncidentBook each = new IncidentBook(List.of(rule().flapping(Flapping.NEVER)));
        for (int day = 0; day < 40; day++) {
            assertThat(each.accept(List.of(Sample.day("age", day, day % 2 == 0 ? .3 : .01)))
                            .incidents())
                    .extracting(IncidentChange::kind)
                    .as("day %d", day)
                    .containsExactly(day % 2 == 0 ? IncidentChange.Kind.OPENED : IncidentChange.Kind.RESOLVED);
        }
    }

    @Test
    void anyOrderOfArrivalAndRestartsEndInTheSameIncidents() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Observation> days = new ArrayList<>();
            for (int day = 0; day < 60; day++) {
                days.add(Sample.day("age", day, random.nextInt(3) == 0 || (day < 20 && day % 2 == 0) ? .3 : .01));
            }
            List<Observation> shuffled = new ArrayList<>(days);
            Collections.shuffle(shuffled, random);
            assertThat(ends(shuffled, random)).as("seed %d", seed).isEqualTo(ends(days, new Random(seed)));
        }
    }

    private static List<String> ends(List<Observation> arrival, Random random) {
        Kept kept = new Kept();
        IncidentBook lived = kept.reopened(rule());
        for (Observation day : arrival) {
            kept.add(lived.accept(List.of(day)));
            lived = random.nextInt(5) == 0 ? kept.reopened(rule()) : lived;
        }
        return lived.incidents().stream()
                .filter(incident -> incident.state() != Incident.State.WITHDRAWN)
                .map(incident -> incident.state() + " " + incident.span())
                .toList();
    }

    private List<String> told(int day, double psi) {
        return book.accept(List.of(Sample.day("age", day, psi))).incidents().stream()
                .filter(IncidentChange::isNews)
                .map(change -> day + " " + change.kind() + " " + change.reason())
                .toList();
    }

    private static Rule rule() {
        TreeMap<Level, List<Trigger>> levels = new TreeMap<>();
        levels.put(Level.WARNING, List.of(new Trigger(Sample.condition("psi > 0.2"), Count.ONCE)));
        levels.put(Level.CRITICAL, List.of(new Trigger(Sample.condition("psi > 0.5"), Count.ONCE)));
        return Sample.rule(levels, Rule.clearedBy(levels)).flapping(Flapping.USUAL);
    }
}
