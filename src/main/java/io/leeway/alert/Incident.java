package io.leeway.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is wrong, with one cause as far as the rule can tell, told in one thread of mails.
 *
 * @param id the same wherever and whenever the same windows are judged for the first time; see {@link IncidentId}
 * @param rule the rule that found it
 * @param labels what the rule groups by
 * @param title frozen when it opened
 * @param state as now known
 * @param reason of the newest change
 * @param watched how many members the group has
 * @param span what is known of it now
 * @param confirmation what labels say of it, if it was found without them
 */
public record Incident(
        String id,
        String rule,
        Tags labels,
        String title,
        State state,
        Reason reason,
        int watched,
        Span span,
        Optional<Confirmation> confirmation) {
    /** Whether it is over. */
    public enum State {
        OPEN,
        RESOLVED,
        /** The corrected numbers say that it never was. */
        WITHDRAWN;

        /** As stored and shown: {@code open}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether no window says anything new of it: it never was, or people decided that it is over. */
    boolean isSettled() {
        return state == State.WITHDRAWN || (!open() && reason.decided());
    }

    /** Whether nothing of it happened at an instant or later. */
    boolean isOverBefore(Instant instant) {
        return !open() && span.cleared().orElse(span.opened()).isBefore(instant);
    }

    /** The model, as its tag says. */
    public String model() {
        return labels.get("model");
    }

    /** The version, or {@code *} for a rule that does not tell versions apart. */
    public String version() {
        String version = labels.get("version");
        return version.isEmpty() ? "*" : version;
    }

    /** Whether another one is about the same model, and its version as far as both tell versions apart. */
    public boolean concerns(Incident other) {
        boolean all = version().equals("*") || other.version().equals("*");
        return model().equals(other.model()) && (all || version().equals(other.version()));
    }

    public Level level() {
        return span.level();
    }

    Incident withState(State changed, Reason why) {
        return new Incident(id, rule, labels, title, changed, why, watched, span, confirmation);
    }

    /** The same, of which labels say something. */
    public Incident with(Optional<Confirmation> said) {
        return new Incident(id, rule, labels, title, state, reason, watched, span, said);
    }
}
