package io.leeway.rehearsal;

import io.leeway.yaml.AlertFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays scenarios, each from nothing. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Plays all scenarios of a script, in order. */
    public static List<Outcome> of(Script script) {
        return script.scenarios().stream()
                .map(scenario -> new Outcome(scenario, differences(scenario, script.alerts())))
                .toList();
    }

    /** What is not as the scenario claims. */
    public static List<Difference> differences(Scenario scenario, AlertFiles alerts) {
        Stage stage = new Stage(alerts, scenario.times().start());
        StateCheck states = new StateCheck(scenario.times(), alerts.rules(), stage);
        List<Difference> found = new ArrayList<>();
        for (Instant moment : scenario.moments()) {
            stage.until(moment);
            happen(scenario, moment, stage);
            scenario.expectations().stream()
                    .filter(expectation -> expectation.at().equals(moment))
                    .forEach(expectation -> found.addAll(states.differences(expectation)));
        }
        found.addAll(new MailCheck(scenario, stage.mails()).differences());
        return found;
    }

    private static void happen(Scenario scenario, Instant moment, Stage stage) {
        scenario.events().stream().filter(event -> event.at().equals(moment)).forEach(stage::happens);
        stage.arrive(scenario.arrivals().stream()
                .filter(arrival -> arrival.at().equals(moment))
                .map(Arrival::window)
                .toList());
        stage.settle();
    }

    /** What came of a scenario. */
    public record Outcome(Scenario scenario, List<Difference> differences) {
        public Outcome {
            differences = List.copyOf(differences);
        }

        public boolean asClaimed() {
            return differences.isEmpty();
        }
    }
}
