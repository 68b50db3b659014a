package io.leeway.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * How often an instance has begun and ceased to fire lately, as Nagios counts it: of its last 21 judged windows the share of
 * the 20 steps between them that were changes, newer ones counting for more, from 0.75 for the oldest to 1.25 for the newest
 * (Nagios Core, "Detection and Handling of State Flapping", and {@code base/flapping.c}).
 *
 * @param changes a bit for each step, the newest lowest: whether it was a change
 * @param fires whether it fires, whatever is held
 * @param ceased end of the window with which it last ceased to; windows until then do not count any more
 */
public record Turns(int changes, boolean fires, Optional<Instant> ceased) {
    static final Turns NONE = new Turns(0, false, Optional.empty());
    private static final int STEPS = 20;
    private static final double OLDEST = 0.75;
    private static final double NEWEST = 1.25;

    /** What is known of the turns of an instance whose newest episode is known alone. */
    public static Turns of(Optional<Episode> last) {
        return new Turns(
                0, last.filter(episode -> episode.cleared().isEmpty()).isPresent(), last.flatMap(Episode::cleared));
    }

    Turns then(boolean firesNow, Instant end) {
        int step = firesNow == fires ? 0 : 1;
        int next = ((changes << 1) | step) & ((1 << STEPS) - 1);
        return new Turns(next, firesNow, fires && !firesNow ? Optional.of(end) : ceased);
    }

    /** From 0, when nothing has changed, to 1, when every window was a change. */
    double share() {
        double sum = 0;
        for (int age = 0; age < STEPS; age++) {
            double weight = NEWEST - age * (NEWEST - OLDEST) / (STEPS - 1);
            sum += ((changes >> age) & 1) * weight;
        }
        return sum / STEPS;
    }
}
