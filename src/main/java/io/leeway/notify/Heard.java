package io.leeway.notify;

import io.leeway.alert.Confirmation;
import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody was last told of an incident.
 *
 * @param since when first told that it is open at this level
 * @param at when last told anything
 * @param members how many members it had
 * @param flapping whether it came and went again and again
 * @param confirmed what labels said of it, if they did
 */
record Heard(
        Instant since,
        Instant at,
        Incident.State state,
        Level level,
        int members,
        boolean flapping,
        Optional<Boolean> confirmed) {
    static Heard first(Incident incident, Instant now) {
        return new Heard(
                now,
                now,
                incident.state(),
                incident.level(),
                incident.span().members().size(),
                incident.span().flapping(),
                incident.confirmation().map(Confirmation::confirmed));
    }

    Heard then(Incident incident, Instant now) {
        Heard next = first(incident, now);
        boolean same = state == next.state && level == next.level;
        return same ? new Heard(since, now, state, level, next.members, next.flapping, next.confirmed) : next;
    }

    Heard with(boolean flaps, Optional<Boolean> labels) {
        return new Heard(since, at, state, level, members, flaps, labels);
    }

    boolean open() {
        return state == Incident.State.OPEN;
    }
}
