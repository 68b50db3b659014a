package io.leeway.profile;

import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import io.leeway.sketch.JointSums;
import java.util.List;
import java.util.Optional;

/** Several numeric features of a row at once. A row in which one of them is no number does not count. */
final class JointColumn implements Column {
    private final String baseline;
    private final List<JointLayout.Standard> standards;
    private final List<ValueColumn> values;

    private JointColumn(String baseline, List<JointLayout.Standard> standards, List<ValueColumn> values) {
        this.baseline = baseline;
        this.standards = standards;
        this.values = values;
    }

    /** Those a baseline watches together; absent where the batch lacks one of them. */
    static Optional<Column> of(Batch batch, Layout layout) {
        return layout.joint().flatMap(joint -> {
            List<ValueColumn> found = joint.columns().stream()
                    .flatMap(standard -> batch.features().stream()
                            .filter(feature -> feature.name().equals(standard.name())))
                    .toList();
            return found.size() == joint.columns().size()
                    ? Optional.of(new JointColumn(layout.baseline(), joint.columns(), found))
                    : Optional.empty();
        });
    }

    @Override
    public void add(Profile profile, int[] rows, int count) {
        JointSums sums = profile.jointOf(baseline, standards.size());
        int[] steps = new int[standards.size()];
        for (int i = 0; i < count; i++) {
            if (standardised(rows[i], steps)) {
                sums.add(steps);
            }
        }
    }

    private boolean standardised(int row, int[] steps) {
        for (int i = 0; i < steps.length; i++) {
            ValueColumn column = values.get(i);
            if (column.kind(row) != ValueKind.NUMBER) {
                return false;
            }
            JointLayout.Standard standard = standards.get(i);
            steps[i] = JointSums.step((column.number(row) - standard.mean()) / standard.deviation());
        }
        return true;
    }
}
