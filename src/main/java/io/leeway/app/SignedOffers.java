package io.leeway.app;

import io.leeway.links.Deed;
import io.leeway.links.Seal;
import io.leeway.links.Ticket;
import io.leeway.notify.Letter;
import io.leeway.notify.Offers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Signed links in the mails about open incidents. A webhook gets none: what is called keeps what it is told who knows where.
 *
 * @param page where the service shows itself to a reader of a mail; empty: no links
 */
record SignedOffers(Seal seal, Optional<String> page) implements Offers {
    /** As long as somebody may reasonably act on a mail; what is still open then has been told again. */
    static final Duration GOOD = Duration.ofDays(7);

    @Override
    public List<Offer> of(Letter letter) {
        boolean useful = letter.incident().open() && !letter.receiver().email().isEmpty();
        return useful
                ? page.stream()
                        .flatMap(base -> Arrays.stream(Deed.values()).map(deed -> offer(deed, base, letter)))
                        .toList()
                : List.of();
    }

    private Offer offer(Deed deed, String base, Letter letter) {
        Instant expires = letter.date().plus(GOOD);
        Ticket ticket =
                new Ticket(deed, letter.incident().id(), letter.receiver().name(), expires);
        return new Offer(deed.title(), base + "/do/" + seal.sealed(ticket));
    }
}
