package io.leeway.rehearsal;

import io.leeway.alert.Level;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What is claimed of an instant.
 *
 * @param place where it stands
 * @param mails how many mails the mail server has taken until then
 * @param open how many incidents are open
 */
public record Expectation(Instant at, String place, List<StateClaim> states, OptionalInt mails, OptionalInt open) {
    public Expectation {
        states = List.copyOf(states);
    }

    /**
     * Where instances of a rule stand.
     *
     * @param rule its name
     * @param label a value of a label of those meant, such as an input or a model; empty: all of them
     */
    public record StateClaim(String rule, String label, State state) {}

    /** Where an instance of a rule can stand. */
    public enum State {
        OK,
        /** A condition was met, but not often enough yet. */
        PENDING,
        WARNING,
        CRITICAL,
        /** It comes and goes so often that it is held, at whatever level. */
        FLAPPING;

        /** As written: {@code pending}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(Level level) {
            return level == Level.CRITICAL ? CRITICAL : WARNING;
        }
    }
}
