package io.leeway.notify;

import io.leeway.alert.Confirmation;
import io.leeway.alert.Incident;
import io.leeway.alert.Reason;
import java.util.Optional;

/** What there is to tell: the difference between what somebody knows of an incident and what it is. */
final class Topic {
    private Topic() {}

    static Optional<Occasion> of(Situation situation) {
        return situation
                .heard()
                .map(heard -> heard.open() ? goingOn(situation, heard) : over(situation, heard))
                .orElseGet(() -> unheard(situation));
    }

    private static Optional<Occasion> unheard(Situation situation) {
        boolean open = situation.incident().open();
        if (!wanted(situation) || situation.incident().state() == Incident.State.WITHDRAWN) {
            return Optional.empty();
        }
        if (situation.escalation()) {
            return Optional.of(Occasion.ESCALATED).filter(unused -> open);
        }
        if (situation.conversation().stirred().isEmpty()) {
            return Optional.empty();
        }
        boolean flapping = situation.incident().span().flapping();
        return Optional.of(open ? (flapping ? Occasion.FLAPPING : Occasion.OPENED) : cameAndWent(situation));
    }

    private static Occasion cameAndWent(Situation situation) {
        return situation.incident().reason() == Reason.LATE_DATA ? Occasion.FOUND_LATE : Occasion.RESOLVED;
    }

    private static Optional<Occasion> goingOn(Situation situation, Heard heard) {
        Incident incident = situation.incident();
        if (!incident.open()) {
            return Optional.of(incident.state() == Incident.State.WITHDRAWN ? Occasion.WITHDRAWN : Occasion.RESOLVED);
        }
        return wanted(situation) ? change(situation, heard) : Optional.empty();
    }

    private static Optional<Occasion> change(Situation situation, Heard heard) {
        Incident incident = situation.incident();
        if (!heard.level().atLeast(incident.level())) {
            return Optional.of(Occasion.WORSENED);
        }
        if (silenced(situation.attention(), heard)) {
            return Optional.of(Occasion.SILENCE_ENDED);
        }
        Optional<Occasion> said = labels(incident, heard);
        if (said.isPresent()) {
            return said;
        }
        boolean flapping = incident.span().flapping();
        if (flapping != heard.flapping()) {
            return Optional.of(flapping ? Occasion.FLAPPING : Occasion.SETTLED);
        }
        if (flapping) {
            return Optional.empty();
        }
        if (incident.span().members().size() > heard.members()) {
            return Optional.of(Occasion.SPREAD);
        }
        return Optional.of(Occasion.REPEATED).filter(unused -> !situation.escalation());
    }

    /** What labels say that is not known yet. */
    private static Optional<Occasion> labels(Incident incident, Heard heard) {
        Optional<Boolean> said = incident.confirmation().map(Confirmation::confirmed);
        return said.filter(unused -> !said.equals(heard.confirmed()))
                .map(confirmed -> confirmed ? Occasion.CONFIRMED : Occasion.REFUTED);
    }

    private static boolean silenced(Attention attention, Heard heard) {
        return attention.silencedUntil().isPresent()
                || attention.silenceEnded().filter(heard.at()::isBefore).isPresent();
    }

    private static Optional<Occasion> over(Situation situation, Heard heard) {
        Optional<Occasion> said = labels(situation.incident(), heard);
        if (said.isPresent() && !situation.incident().open()) {
            return said;
        }
        return Optional.of(Occasion.REOPENED)
                .filter(unused -> situation.incident().open() && wanted(situation));
    }

    /** Whether the receiver is one of those who are told of an incident like this. */
    private static boolean wanted(Situation situation) {
        return situation.destination().isPresent()
                && situation.incident().level().atLeast(situation.receiver().minLevel());
    }
}
