package io.leeway.rehearsal;

import io.leeway.yaml.AlertFiles;
import java.util.List;

/**
 * A file of scenarios.
 *
 * @param name the file
 * @param alerts the rules and receivers that are tried
 */
public record Script(String name, AlertFiles alerts, List<Scenario> scenarios) {
    public Script {
        scenarios = List.copyOf(scenarios);
    }
}
