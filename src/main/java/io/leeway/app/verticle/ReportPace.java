package io.leeway.app.verticle;

import java.time.Duration;

/**
 * How soon the reporter begins again where nobody waits for it. It rests nine times as long as its last pass took, so that
 * it takes no more than a tenth of one core, and never so long that a window's points come late: a pass of more than
 * {@link #LONGEST} / 9 = 0.22 s takes a larger share.
 */
final class ReportPace {
    /** What lanes commit within this is reported together. */
    static final Duration SHORTEST = Duration.ofMillis(500);
    /** With it, and a second each for pass and delivery, a row's points have left within 3 s. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    private static final int RESTS = 9;

    private ReportPace() {}

    /**
     * How long to wait from now on.
     *
     * @param pass how long the last pass took
     * @param sinceThen how long ago it ended
     */
    static Duration wait(Duration pass, Duration sinceThen) {
        Duration rest = pass.multipliedBy(RESTS).minus(sinceThen);
        if (rest.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }
}
