package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.routing.Destination;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who else hears of an incident than the reader of a mail, and when it is told again.
 *
 * @param others those who are told in any case, by name
 * @param repeatEvery how long until the reader is told again that nobody has acknowledged it; empty: never
 * @param later who is told if nobody acknowledges it
 */
public record Circle(List<String> others, Optional<Duration> repeatEvery, List<Later> later) {
    /** Nobody else is told, and nothing twice. */
    public static final Circle NOBODY = new Circle(List.of(), Optional.empty(), List.of());

    public Circle {
        others = List.copyOf(others);
        later = List.copyOf(later);
    }

    /** Somebody who is told so long after the first of the others. */
    public record Later(String receiver, Duration after) {}

    /** The circle around a reader; whoever does not want to hear of so mild a level is not in it. */
    static Circle of(Incident incident, List<Destination> destinations, Receiver reader, Receivers receivers) {
        List<Destination> others = destinations.stream()
                .filter(to -> !to.receiver().equals(reader.name()))
                .filter(to -> receivers
                        .receiver(to.receiver())
                        .filter(receiver -> incident.level().atLeast(receiver.minLevel()))
                        .isPresent())
                .toList();
        return new Circle(
                others.stream()
                        .filter(to -> to.escalation().isEmpty())
                        .map(Destination::receiver)
                        .toList(),
                destinations.stream()
                        .filter(to -> to.receiver().equals(reader.name()))
                        .map(to -> to.policy().pace().repeatEvery())
                        .filter(every -> !every.isZero())
                        .findFirst(),
                others.stream()
                        .flatMap(to -> to.escalation().stream().map(step -> new Later(to.receiver(), step.after())))
                        .toList());
    }
}
