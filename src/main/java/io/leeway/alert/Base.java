package io.leeway.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * What is left of the windows of an instance that are too old to be kept: where it stood behind them.
 *
 * @param end end of the newest of them; windows up to it change nothing any more
 * @param last the newest episode until then, open or cleared
 */
public record Base(Instant end, Optional<Episode> last) {
    static final Base NONE = new Base(Instant.MIN, Optional.empty());
}
