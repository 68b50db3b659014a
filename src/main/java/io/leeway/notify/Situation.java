package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.routing.Destination;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that decides what one receiver is told of one incident, and when.
 *
 * @param destination empty if no route leads there any more: then only an end is told
 * @param toldFirst since when those know that it is open who are told in any case
 */
record Situation(
        Incident incident,
        Conversation conversation,
        Receiver receiver,
        Optional<Destination> destination,
        Optional<Instant> toldFirst,
        Attention attention) {
    Optional<Heard> heard() {
        return conversation.heard();
    }

    boolean escalation() {
        return destination.flatMap(Destination::escalation).isPresent();
    }
}
