package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a rule that says something else than before makes of windows and incidents that were there before. */
class ChangedRuleTest {
    @Test
    void anIncidentThatTheNewLimitDoesNotFindEnds() {
        Past past = new Past(Sample.days("age", .01, .3, .3));
        IncidentBook book = past.under("psi > 0.4");
        assertThat(kindsAndReasons(book.followChangedRules())).containsExactly("RESOLVED RULE_CHANGED RESOLVED");
        assertThat(book.followChangedRules()).isEmpty();
        assertThat(kindsAndReasons(
                        book.accept(List.of(Sample.day("age", 3, .3))).incidents()))
                .as("no window says otherwise")
                .isEmpty();
    }

    @Test
    void anIncidentThatTheNewRuleFindsTooStaysOpenInItsThread() {
        Past past = new Past(Sample.days("age", .01, .3, .3));
        IncidentBook book = past.under("psi > 0.15");
        assertThat(book.followChangedRules()).noneMatch(IncidentChange::isNews);
        assertThat(book.incidents()).extracting(Incident::id).containsExactly(past.incident());
        assertThat(kindsAndReasons(
                        book.accept(List.of(Sample.day("age", 3, .01))).incidents()))
                .containsExactly("RESOLVED CLEARED RESOLVED");
    }

    @Test
    void whatTheNewRuleFindsInTheNewestWindowIsToldAndWhatItFindsInThePastIsNoted() {
        Past past = new Past(Sample.days("age", .01, .09, .01, .01, .09));
        assertThat(past.incidents()).isEmpty();
        IncidentBook book = past.under("psi > 0.05");
        assertThat(kindsAndReasons(book.followChangedRules()))
                .containsExactly("NOTED BREACH RESOLVED", "OPENED RULE_CHANGED OPEN");
        assertThat(book.followChangedRules()).isEmpty();
    }

    @Test
    void whatWasOverStaysAsItWasTold() {
        Past past = new Past(Sample.days("age", .3, .01, .01, .01));
        IncidentBook book = past.under("psi > 0.4");
        assertThat(book.followChangedRules()).extracting(IncidentChange::isNews).containsExactly(false);
        assertThat(book.followChangedRules()).isEmpty();
        assertThat(book.accept(List.of(Sample.day("age", 4, .01))).incidents()).isEmpty();
        assertThat(book.incidents()).extracting(Incident::state).containsExactly(Incident.State.RESOLVED);
    }

    @Test
    void aLimitThatIsTakenBackOpensTheIncidentAgainInItsThread() {
        Past past = new Past(Sample.days("age", .01, .3, .3));
        IncidentBook milder = past.under("psi > 0.4");
        past.note(milder.followChangedRules());
        IncidentBook back = past.under("psi > 0.2");
        assertThat(kindsAndReasons(back.followChangedRules())).containsExactly("REOPENED RULE_CHANGED OPEN");
        assertThat(back.incidents()).extracting(Incident::id).containsExactly(past.incident());
    }

    @Test
    void whatAChangedRuleOpenedIsWithdrawnWhenCorrectedNumbersDoNotShowIt() {
        Past past = new Past(Sample.days("age", .01, .01, .09));
        IncidentBook book = past.under("psi > 0.05");
        assertThat(kindsAndReasons(book.followChangedRules())).containsExactly("OPENED RULE_CHANGED OPEN");
        assertThat(kindsAndReasons(
                        book.accept(List.of(Sample.day("age", 2, .01, 2))).incidents()))
                .containsExactly("WITHDRAWN REVISED WITHDRAWN");
    }

    @Test
    void windowsWithoutTheFigureThatIsAskedForNowSayNothing() {
        Past past = new Past(Sample.days("age", .01, .3, .3));
        IncidentBook book = past.under("ks > 0.2");
        assertThat(kindsAndReasons(book.followChangedRules())).containsExactly("RESOLVED RULE_CHANGED RESOLVED");
    }

    private static List<String> kindsAndReasons(List<IncidentChange> changes) {
        return changes.stream()
                .map(change -> change.kind() + " " + change.reason().name() + " "
                        + change.incident().state().name())
                .toList();
    }

    /** What was remembered of some windows under a rule that fires above 0.2. */
    private static final class Past {
        private final Kept kept = new Kept();

        Past(List<Observation> days) {
            IncidentBook before = new IncidentBook(List.of(rule("psi > 0.2")));
            days.forEach(day -> kept.add(before.accept(List.of(day))));
        }

        void note(List<IncidentChange> changes) {
            kept.add(new IncidentBook.Outcome(changes, List.of()));
        }

        IncidentBook under(String condition) {
            return IncidentBook.reopened(List.of(rule(condition)), kept.memory());
        }

        List<String> incidents() {
            return kept.memory().incidents().stream().map(Incident::id).toList();
        }

        String incident() {
            return incidents().get(0);
        }

        private static Rule rule(String condition) {
            SortedMap<Level, List<Trigger>> levels =
                    new TreeMap<>(Map.of(Level.WARNING, List.of(new Trigger(Sample.condition(condition), Count.ONCE))));
            return Sample.rule(levels, Rule.clearedBy(levels));
        }
    }
}
