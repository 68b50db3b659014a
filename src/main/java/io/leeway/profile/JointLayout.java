package io.leeway.profile;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which numeric features are watched together, and how each is standardised: by its mean and deviation on the reference.
 *
 * @param columns at most {@value #MOST}, those first by name; none that is the same in all rows
 * @param leftOut how many more there are
 */
public record JointLayout(List<Standard> columns, int leftOut) {
    /** 50 features are 1,275 products a row. */
    public static final int MOST = 50;

    public JointLayout {
        columns = List.copyOf(columns);
    }

    /**
     * How a feature is standardised.
     *
     * @param deviation above 0
     */
    public record Standard(String name, double mean, double deviation) {}

    /** That of reference columns; absent for fewer than two that vary. */
    static Optional<JointLayout> of(List<NumericColumn> columns) {
        List<Standard> standards = new ArrayList<>();
        for (NumericColumn column : columns) {
            Moments moments = Moments.of(column.numbers());
            double deviation = moments.std().orElse(0);
            if (column.key().role() == FeatureKey.Role.FEATURE && deviation > 0 && Double.isFinite(deviation)) {
                standards.add(new Standard(column.key().name(), moments.mean().orElse(0), deviation));
            }
        }
        standards.sort(Comparator.comparing(Standard::name));
        int kept = Math.min(MOST, standards.size());
        return kept < 2
                ? Optional.empty()
                : Optional.of(new JointLayout(standards.subList(0, kept), standards.size() - kept));
    }

    void write(ByteWriter out) {
        out.count(leftOut).count(columns.size());
        columns.forEach(column -> out.text(column.name()).number(column.mean()).number(column.deviation()));
    }

    static JointLayout read(ByteReader in) {
        int leftOut = (int) in.count();
        List<Standard> columns = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            columns.add(new Standard(in.text(), in.number(), in.number()));
        }
        return new JointLayout(columns, leftOut);
    }
}
