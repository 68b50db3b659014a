package io.leeway.routing;

import io.leeway.alert.Tags;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of the routing tree. Routes are tried depth first: the first below a node that matches takes an incident, and the
 * next ones see it only if that one says {@code continue}; where none below matches, the node itself takes it. These are
 * the rules of Prometheus Alertmanager.
 *
 * @param match all must match; none matches everything
 * @param goesOn whether the routes behind this one see what it has taken
 * @param policy whole: what the node does not say is its parent's
 */
public record Route(List<Matcher> match, boolean goesOn, Policy policy, List<Route> routes) {
    /** Tells the owner of the rule, at once. */
    public static final Route TO_OWNER = new Route(List.of(), false, Policy.PLAIN, List.of());

    public Route {
        match = List.copyOf(match);
        routes = List.copyOf(routes);
    }

    /** Where the labels lead, in the order of the tree; nowhere if this node does not match. */
    public List<Leaf> leaves(Tags labels) {
        if (!match.stream().allMatch(matcher -> matcher.matches(labels))) {
            return List.of();
        }
        List<Leaf> found = new ArrayList<>();
        for (Route route : routes) {
            List<Leaf> below = route.leaves(labels);
            below.forEach(leaf -> found.add(leaf.below(this)));
            if (!below.isEmpty() && !route.goesOn) {
                break;
            }
        }
        return found.isEmpty() ? List.of(new Leaf(policy, List.of(toString()))) : found;
    }

    /** This route in words: what it matches. */
    @Override
    public String toString() {
        return match.isEmpty()
                ? "all"
                : String.join(", ", match.stream().map(Matcher::toString).toList());
    }

    /**
     * A node that takes an incident.
     *
     * @param path what matched on the way, from the root
     */
    public record Leaf(Policy policy, List<String> path) {
        public Leaf {
            path = List.copyOf(path);
        }

        private Leaf below(Route parent) {
            List<String> longer = new ArrayList<>(List.of(parent.toString()));
            longer.addAll(path);
            return new Leaf(policy, longer);
        }
    }
}
