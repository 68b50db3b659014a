package io.leeway.routing;

import io.leeway.alert.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody whom an incident is told to.
 *
 * @param receiver the name
 * @param policy of the first route that leads there
 * @param escalation empty for those who are told in any case
 */
public record Destination(String receiver, Policy policy, Optional<Escalation> escalation) {
    /** Everybody once, those who are told in any case first; who is told in any case is no escalation's. */
    public static List<Destination> of(Route tree, Tags labels) {
        List<Route.Leaf> leaves = tree.leaves(labels);
        Map<String, Destination> all = new LinkedHashMap<>();
        for (Route.Leaf leaf : leaves) {
            String to = leaf.policy().to().orElse(labels.get("owner"));
            all.putIfAbsent(to, new Destination(to, leaf.policy(), Optional.empty()));
        }
        for (Route.Leaf leaf : leaves) {
            for (Escalation step : leaf.policy().escalation()) {
                all.putIfAbsent(step.to(), new Destination(step.to(), leaf.policy(), Optional.of(step)));
            }
        }
        return List.copyOf(all.values());
    }
}
