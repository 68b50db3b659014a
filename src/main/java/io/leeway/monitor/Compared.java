package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.drift.FeatureEvidence;
import io.leeway.drift.WindowComparison;
import io.leeway.profile.Profile;
import io.leeway.statistics.Figures;
import java.util.List;

/**
 * The columns of a window, which is not changed any more, beside a reference, in the order of the model's. What it says costs
 * more than all else of a report, so it is worked out once, when asked for. One thread.
 */
final class Compared {
    private final Model model;
    private final Profile window;
    private final WindowComparison reference;
    private List<Figures> figures = List.of();
    private List<FeatureEvidence> evidence = List.of();

    Compared(Model model, Profile window, WindowComparison reference) {
        this.model = model;
        this.window = window;
        this.reference = reference;
    }

    /** Whether it is what another window says beside a reference. */
    boolean isOf(Profile other, WindowComparison itsReference) {
        return window == other && reference == itsReference;
    }

    /** The figures of each column. Not to be changed. */
    List<Figures> figures() {
        if (figures.isEmpty()) {
            figures = Columns.of(model).entrySet().stream()
                    .map(column -> reference.figures(column.getKey(), column.getValue(), window))
                    .toList();
        }
        return figures;
    }

    /** What can be tested of each column. */
    List<FeatureEvidence> evidence() {
        if (evidence.isEmpty()) {
            evidence = Columns.of(model).entrySet().stream()
                    .map(column -> reference.evidence(column.getKey(), column.getValue(), window))
                    .toList();
        }
        return evidence;
    }
}
