package io.leeway.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * The time during which one instance of a rule fires.
 *
 * @param since start of the first window that counted towards it
 * @param breached end of that window
 * @param fired end of the window with which the level was reached
 * @param level the worst reached
 * @param cleared end of the window that cleared it
 * @param worst what was found in the window furthest beyond its limit
 * @param latest what was found in the newest judged window
 */
public record Episode(
        Instant since,
        Instant breached,
        Instant fired,
        Level level,
        Optional<Instant> cleared,
        Finding worst,
        Finding latest) {
    Episode raised(Level reached) {
        return new Episode(since, breached, fired, level.or(reached), cleared, worst, latest);
    }

    Episode seen(Finding found) {
        return new Episode(
                since, breached, fired, level, cleared, found.excess() > worst.excess() ? found : worst, found);
    }

    Episode clearedAt(Instant end) {
        return new Episode(since, breached, fired, level, Optional.of(end), worst, latest);
    }

    /** This episode and a later one of the same instance as one. */
    Episode followedBy(Episode later) {
        return new Episode(since, breached, fired, level.or(later.level), later.cleared, worst, later.latest)
                .seenAtWorst(later.worst);
    }

    private Episode seenAtWorst(Finding other) {
        Finding worse = other.excess() > worst.excess() ? other : worst;
        return new Episode(since, breached, fired, level, cleared, worse, latest);
    }
}
