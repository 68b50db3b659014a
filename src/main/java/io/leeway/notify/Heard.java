package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import java.time.Instant;

/**
 * What somebody was last told of an incident.
 *
 * @param since when first told that it is open at this level
 * @param at when last told anything
 * @param members how many members it had
 * @param flapping whether it came and went again and again
 */
record Heard(Instant since, Instant at, Incident.State state, Level level, int members, boolean flapping) {
    static Heard first(Incident incident, Instant now) {
        return new Heard(
                now,
                now,
                incident.state(),
                incident.level(),
                incident.span().members().size(),
                incident.span().flapping());
    }

    Heard then(Incident incident, Instant now) {
        Heard next = first(incident, now);
        boolean same = state == next.state && level == next.level;
        return same ? new Heard(since, now, state, level, next.members, next.flapping) : next;
    }

    Heard flapping(boolean known) {
        return new Heard(since, at, state, level, members, known);
    }

    boolean open() {
        return state == Incident.State.OPEN;
    }
}
