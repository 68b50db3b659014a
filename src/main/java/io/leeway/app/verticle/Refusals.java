package io.leeway.app.verticle;

import io.leeway.ingest.IntakeException;
import io.leeway.ingest.IntakeException.Kind;
import java.time.Duration;
import java.util.Optional;

/** What senders are told while nothing can be taken in. */
final class Refusals {
    /** A disk is looked at again every second. */
    private static final Duration ONCE_THERE_IS_SPACE = Duration.ofSeconds(5);
    /** Somebody has to start the service again. */
    private static final Duration ONCE_STARTED = Duration.ofMinutes(1);

    private Refusals() {}

    /** Why nothing is taken in, if rows do not become reports now. */
    static Optional<IntakeException> of(Vitals vitals) {
        return vitals.failure()
                .map(sentence -> new IntakeException(Kind.UNAVAILABLE, sentence, ONCE_STARTED))
                .or(() -> vitals.stall().map(stall -> ofDisk(stall.full(), stall.sentence())));
    }

    /** The disk did not take what should be kept. */
    static IntakeException ofDisk(boolean full, String sentence) {
        return new IntakeException(full ? Kind.FULL : Kind.UNAVAILABLE, sentence, ONCE_THERE_IS_SPACE);
    }
}
