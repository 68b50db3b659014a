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
import java.util.regex.Pattern;

/**
 * Signed links in the mails about open incidents. A webhook gets none: what is called keeps what it is told who knows where.
 *
 * @param page where the service shows itself to a reader of a mail; empty: no links
 */
record SignedOffers(Seal seal, Optional<String> page) implements Offers {
    /** As long as somebody may reasonably act on a mail; what is still open then has been told again. */
    static final Duration GOOD = Duration.ofDays(7);

    private static final String PATH = "/do/";
    private static final Pattern LINK = Pattern.compile(PATH + "[\\w-]+\\.[\\w-]+");

    /** A text as somebody may read it who was not sent it: without the links that show who may. */
    static String concealed(String text) {
        return LINK.matcher(text).replaceAll(PATH + "(in the mail)");
    }

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
        return new Offer(deed.title(), base + PATH + seal.sealed(ticket));
    }
}
