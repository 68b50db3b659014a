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
 * @param flapping end of the window since which it changes again and again; while it does, nothing clears it
 * @param cleared end of the window that cleared it
 * @param worst what was found in the window furthest beyond its limit
 * @param latest what was found in the newest judged window
 */
public record Episode(
        Instant since,
        Instant breached,
        Instant fired,
        Level level,
        Optional<Instant> flapping,
        Optional<Instant> cleared,
        Finding worst,
        Finding latest) {
    Episode raised(Level reached) {
        return new Episode(since, breached, fired, level.or(reached), flapping, cleared, worst, latest);
    }

    Episode seen(Finding found) {
        return new Episode(
                since,
                breached,
                fired,
                level,
                flapping,
                cleared,
                found.excess() > worst.excess() ? found : worst,
                found);
    }

    /** The same, which flaps since an instant, or does not. */
    public Episode flapping(Optional<Instant> begin) {
        return new Episode(since, breached, fired, level, begin, cleared, worst, latest);
    }

    Episode clearedAt(Instant end) {
        return new Episode(since, breached, fired, level, flapping, Optional.of(end), worst, latest);
    }

    /** This episode and a later one of the same instance as one. */
    Episode followedBy(Episode later) {
        return new Episode(
                        since,
                        breached,
                        fired,
                        level.or(later.level),
                        later.flapping,
                        later.cleared,
                        worst,
                        later.latest)
                .seenAtWorst(later.worst);
    }

    private Episode seenAtWorst(Finding other) {
        Finding worse = other.excess() > worst.excess() ? other : worst;
        return new Episode(since, breached, fired, level, flapping, cleared, worse, latest);
    }
}
