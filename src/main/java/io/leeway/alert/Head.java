package io.leeway.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an instance needs to go on from its newest window, as if it had never been away, while its windows stay where they
 * are kept.
 *
 * @param stand where it stands behind its newest window
 * @param needed end of the oldest window on which the judgement of the next one may depend
 * @param kept how many windows behind its base there are
 * @param seen the newest window with rows
 * @param tags all that its windows have had
 */
public record Head(Base stand, Instant needed, int kept, Optional<Seen> seen, List<Tags> tags) {
    public Head {
        tags = List.copyOf(tags);
    }

    /** The same, which stands there. */
    public Head standing(Base there) {
        return new Head(there, needed, kept, seen, tags);
    }

    /** When rows were last seen. */
    public record Seen(Instant start, Instant end) {}
}
