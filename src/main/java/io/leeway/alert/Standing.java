package io.leeway.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an instance of a rule stands behind one of its windows.
 *
 * @param end of the window
 * @param level the level that fires, if one does
 * @param pending the level that has been breached, but not yet often enough
 * @param since the end of the window with which the level was reached
 * @param flapping whether it changes again and again, so that the level stays though it does not fire
 * @param judged whether the window had a verdict; one without changes nothing else
 * @param reason why the level changed with this window, if it did
 */
public record Standing(
        Instant end,
        Optional<Level> level,
        Optional<Level> pending,
        Optional<Instant> since,
        boolean flapping,
        boolean judged,
        Optional<Reason> reason) {}
