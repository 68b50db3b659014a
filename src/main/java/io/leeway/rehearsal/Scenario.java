package io.leeway.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What happens, and what is claimed to follow.
 *
 * @param name a claim in words
 * @param place where it stands, {@code file:line:column}
 * @param arrivals oldest first
 * @param mails empty: nothing is claimed of single mails; else these and no others come
 */
public record Scenario(
        String name,
        String place,
        Times times,
        List<Arrival> arrivals,
        List<Event> events,
        List<Expectation> expectations,
        Optional<List<MailClaim>> mails,
        List<String> mailsNot) {
    public Scenario {
        arrivals = arrivals.stream().sorted(Comparator.comparing(Arrival::at)).toList();
        events = List.copyOf(events);
        expectations = List.copyOf(expectations);
        mails = mails.map(List::copyOf);
        mailsNot = List.copyOf(mailsNot);
    }

    /** Every instant at which something happens or is claimed; it is over with the last. */
    NavigableSet<Instant> moments() {
        List<Instant> all = new ArrayList<>(List.of(times.start()));
        arrivals.forEach(arrival -> all.add(arrival.at()));
        events.forEach(event -> all.add(event.at()));
        expectations.forEach(expectation -> all.add(expectation.at()));
        mails.orElse(List.of()).forEach(claim -> all.add(claim.until()));
        return new TreeSet<>(all);
    }
}
