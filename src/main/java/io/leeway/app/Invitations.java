package io.leeway.app;

import io.leeway.alert.Incident;
import io.leeway.alert.Tags;
import io.leeway.http.Invitation;
import io.leeway.http.OnCall;
import io.leeway.links.Deed;
import io.leeway.links.Seal;
import io.leeway.links.Ticket;
import io.leeway.notify.Acknowledgement;
import io.leeway.notify.Archive;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What links in mails are good for now, and what they ask for in the words of those who do it. */
record Invitations(Seal seal, Archive archive) {
    /** A longer name is no name. */
    private static final int LONGEST_NAME = 80;

    /** What a link is good for, of an incident as it is shown. */
    Invitation invitation(String link, Instant now, Function<Incident, OnCall.Incident> shown) {
        Optional<Ticket> ticket = seal.opened(link);
        if (ticket.isEmpty()) {
            return Invitation.FORGED;
        }
        Optional<Incident> incident = archive.incident(ticket.get().incident());
        if (!ticket.get().expires().isAfter(now) || incident.isEmpty()) {
            return Invitation.EXPIRED;
        }
        Invitation.Offer offer = new Invitation.Offer(
                ticket.get().deed(),
                shown.apply(incident.get()),
                ticket.get().receiver(),
                now.plus(ticket.get().deed().longest()));
        return new Invitation(
                incident.get().open() ? Invitation.Standing.OPEN : Invitation.Standing.OVER, Optional.of(offer));
    }

    /** The acknowledgement that an offer is. */
    static Acknowledgement acknowledgement(Invitation.Offer offer, String name, Instant now) {
        return new Acknowledgement(offer.incident().id(), author(offer, name), "", now, offer.until());
    }

    /** The silence that an offer is: of this rule about what this incident is about, whatever its level becomes. */
    static OnCall.Silencing silencing(Invitation.Offer offer, Tags labels, String name) {
        Map<String, List<String>> matchers = new HashMap<>();
        labels.values().forEach((label, value) -> matchers.put(label, List.of(literally(value))));
        matchers.put("rule", List.of(literally(offer.incident().rule())));
        boolean untilOver = offer.deed() == Deed.SILENCE_UNTIL_OVER;
        return new OnCall.Silencing(
                matchers,
                Optional.empty(),
                Optional.of(offer.until()).filter(unused -> !untilOver),
                untilOver,
                author(offer, name),
                "by a link in the mail about: " + offer.incident().title());
    }

    /** Who says so: the name given, and in any case to whom the link was sent, which no reader can change. */
    private static String author(Invitation.Offer offer, String name) {
        String given = name.strip();
        String shortened = given.substring(0, Math.min(LONGEST_NAME, given.length()));
        return shortened.isEmpty()
                ? offer.receiver() + " (by a link in a mail)"
                : shortened + " (by a link mailed to " + offer.receiver() + ")";
    }

    /** A pattern that only this name matches. */
    private static String literally(String name) {
        return name.matches("[\\w.-]+") ? name : "~" + Pattern.quote(name);
    }
}
