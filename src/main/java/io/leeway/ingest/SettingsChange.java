package io.leeway.ingest;

import io.leeway.catalog.Keep;
import io.leeway.catalog.Model;
import java.time.Duration;
import java.util.TreeSet;

/** Which settings cannot take the place of others: what has been counted and kept by the old ones stays as it is. */
final class SettingsChange {
    private final ModelState state;
    private final Model old;
    private final Model changed;

    SettingsChange(ModelState state, Model changed) {
        this.state = state;
        this.old = state.model();
        this.changed = changed;
    }

    /**
     * Lets the change pass, or not.
     *
     * @throws IntakeException naming the way out
     */
    void refuseIfForbidden() {
        if (state.hasRows()) {
            refuseIfCountedOtherwise();
        }
        new TreeSet<>(old.kinds().keySet()).forEach(this::refuseIfKeptOtherwise);
        refuseIf(
                changed.settings().privacy().ids() != old.settings().privacy().ids() && state.accepted() > 0,
                "What is kept of ids cannot change once there are rows or labels, which would no longer meet");
    }

    private void refuseIfCountedOtherwise() {
        refuseIfChanged(!changed.task().equals(old.task()) && old.task().isPresent(), "task");
        refuseIfChanged(old.positive().isPresent() && !changed.positive().equals(old.positive()), "positive class");
        refuseIfChanged(!changed.settings().zone().equals(old.settings().zone()), "zone");
        refuseIfChanged(!changed.settings().windows().equals(old.settings().windows()), "windows");
    }

    private static void refuseIfChanged(boolean isChanged, String what) {
        refuseIf(isChanged, "The " + what + " of a model cannot change once it has rows");
    }

    /** Before the first row a feature's values are in reference sets alone, which can be made to hold less, not more. */
    private void refuseIfKeptOtherwise(String feature) {
        Keep before = old.settings().keep(feature);
        Keep after = changed.settings().keep(feature);
        refuseIf(
                before != after && (state.hasRows() || after.compareTo(before) > 0),
                "What is kept of the feature " + feature + " cannot change from " + before.text() + " to "
                        + after.text() + ", for what is stored of it would stay as it is");
    }

    private static void refuseIf(boolean forbidden, String why) {
        if (forbidden) {
            throw new IntakeException(
                    IntakeException.Kind.CONFLICT,
                    why + "; send the setting as it was, or use another model name.",
                    Duration.ZERO);
        }
    }
}
