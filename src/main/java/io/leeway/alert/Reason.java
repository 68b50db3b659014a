package io.leeway.alert;

import java.util.Locale;

/** Why the state of an instance or of an incident changed. */
public enum Reason {
    /** A window, or the last of several, met the condition. */
    BREACH("The newest window crossed the limit."),
    /** An open incident reached a higher level. */
    WORSE("A higher level was reached."),
    /** More members of the group are firing. */
    MORE_MEMBERS("The incident has spread."),
    /** Every member met the condition that clears it. */
    CLEARED("Every member is back within its limits."),
    /** It fires and clears so often that its turns are not told any more. */
    FLAPPING("It comes and goes again and again. No more is told until it settles or gets worse."),
    /** It does not come and go any more. */
    SETTLED("It came and went again and again, and has settled."),
    /** Labels show what was estimated before. */
    CONFIRMED("Labels have come meanwhile, and show it too."),
    /** Labels do not show what was estimated before. */
    REFUTED("Labels have come meanwhile, and do not show it."),
    /** Rows or labels of an older window arrived late and changed what is known of it. */
    LATE_DATA("Rows or labels that arrived late changed what is known of an older window."),
    /** It was found so long after its last window that nobody is told, unless it goes on. */
    TOO_LATE("It was found too late to be told."),
    /** The corrected numbers of a window do not meet the condition after all. */
    REVISED("The corrected numbers do not cross the limit any more."),
    /** The windows of a version stopped, while those of another one go on. */
    VERSION_RETIRED("The version was retired: its windows have stopped, and another version goes on."),
    /** The model was deleted, and all that was known of it. */
    MODEL_DELETED("The model was deleted."),
    /** The rule says something else than it did, and this is what it makes of the windows it has kept. */
    RULE_CHANGED("The rule was changed, and this is what it makes of the windows it has kept."),
    /** The rule is no longer there. */
    NO_LONGER_WATCHED("The rule was removed."),
    /** The rule is there, and does not select the model. */
    MODEL_LEFT_OUT("The rule was changed, and does not look at this model any more.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** As stored and in headers: {@code late_data}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether people decided it, so that no window says otherwise. */
    boolean decided() {
        return this == RULE_CHANGED || this == NO_LONGER_WATCHED || this == MODEL_LEFT_OUT;
    }

    public String sentence() {
        return sentence;
    }
}
