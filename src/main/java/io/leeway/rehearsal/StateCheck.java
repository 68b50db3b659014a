package io.leeway.rehearsal;

import io.leeway.alert.Chronicle;
import io.leeway.alert.Incident;
import io.leeway.alert.Rule;
import io.leeway.alert.Standing;
import io.leeway.rehearsal.Expectation.State;
import io.leeway.rehearsal.Expectation.StateClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Holds what is claimed of an instant against what the service has committed by then. */
record StateCheck(Times times, List<Rule> rules, Stage stage) {
    List<Difference> differences(Expectation expectation) {
        List<Difference> found = new ArrayList<>();
        expectation.states().forEach(claim -> found.addAll(differences(claim, expectation)));
        count("mails were taken", expectation.mails(), stage.mails().size(), expectation, found);
        long open = stage.archive().incidents().stream().filter(Incident::open).count();
        count("incidents are open", expectation.open(), open, expectation, found);
        return found;
    }

    private void count(
            String what, OptionalInt claimed, long counted, Expectation expectation, List<Difference> found) {
        if (claimed.isPresent() && claimed.getAsInt() != counted) {
            found.add(difference(expectation, counted + " " + what + ", not " + claimed.getAsInt()));
        }
    }

    private List<Difference> differences(StateClaim claim, Expectation expectation) {
        List<Chronicle> meant = rules.stream()
                .filter(rule -> rule.name().equals(claim.rule()))
                .flatMap(rule -> stage.archive().chronicles(rule).stream())
                .filter(chronicle -> means(claim, chronicle))
                .toList();
        if (meant.isEmpty()) {
            return List.of(difference(
                    expectation,
                    claim.rule() + " has seen no window of " + (claim.label().isEmpty() ? "anything" : claim.label())
                            + " yet"));
        }
        return meant.stream()
                .filter(chronicle -> state(chronicle) != claim.state())
                .map(chronicle -> difference(
                        expectation,
                        claim.rule() + " of "
                                + String.join(" ", chronicle.instance().values().values()) + " is "
                                + state(chronicle).text() + ", not "
                                + claim.state().text()))
                .toList();
    }

    private static boolean means(StateClaim claim, Chronicle chronicle) {
        return claim.label().isEmpty() || chronicle.instance().values().containsValue(claim.label());
    }

    private static State state(Chronicle chronicle) {
        return chronicle.standing().map(StateCheck::state).orElse(State.OK);
    }

    private static State state(Standing standing) {
        if (standing.flapping()) {
            return State.FLAPPING;
        }
        return standing.level().map(State::of).orElse(standing.pending().isPresent() ? State.PENDING : State.OK);
    }

    private Difference difference(Expectation expectation, String sentence) {
        return new Difference(expectation.place(), "at " + times.text(expectation.at()) + " " + sentence);
    }
}
