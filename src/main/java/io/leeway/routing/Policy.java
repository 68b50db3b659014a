package io.leeway.routing;

import java.util.List;
import java.util.Optional;

/**
 * What a route says of those it leads to.
 *
 * @param to the receiver; empty: the owner of the rule
 */
public record Policy(Optional<String> to, Pace pace, Optional<Hours> hours, List<Escalation> escalation) {
    /** Whoever heard of an incident hears of its end, by whatever route. */
    public static final Policy PLAIN = new Policy(Optional.empty(), Pace.AT_ONCE, Optional.empty(), List.of());

    public Policy {
        escalation = List.copyOf(escalation);
    }
}
