package io.leeway.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an instance stood behind a window: what its earlier windows leave to say.
 *
 * @param end end of the window
 * @param episodes those until then that still matter, oldest first; the last may be open
 * @param turns how often it had changed
 */
public record Base(Instant end, List<Episode> episodes, Turns turns) {
    static final Base NONE = new Base(Instant.MIN, List.of(), Turns.NONE);

    public Base {
        episodes = List.copyOf(episodes);
    }

    /** The same without all but the newest episode. */
    Base shortened() {
        return new Base(end, last().map(List::of).orElse(List.of()), turns);
    }

    Optional<Episode> last() {
        return episodes.isEmpty() ? Optional.empty() : Optional.of(episodes.get(episodes.size() - 1));
    }
}
