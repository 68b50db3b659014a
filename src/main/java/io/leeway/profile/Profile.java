package io.leeway.profile;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.JointSums;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The predictions of one (model, version, segment, window) as sums, or a part of them. Filled by a {@link Profiler}; a
 * merged profile has the same counts whatever the order, and moments that agree to rounding. It holds no row and no id.
 * Not safe for several threads.
 */
public final class Profile {
    private static final int VERSION = 2;

    /** The first version that knows how features go together. */
    private static final int JOINT = 2;

    private final Map<String, Long> rowsOn = new TreeMap<>();
    private final Map<FeatureKey, NumericProfile> numeric = new TreeMap<>();
    private final Map<FeatureKey, CategoricalProfile> categorical = new TreeMap<>();
    private final Map<String, JointSums> joint = new TreeMap<>();
    private long rows;

    /** How many predictions. */
    public long rows() {
        return rows;
    }

    /** The ids of the baselines that rows were held against. */
    public Set<String> baselines() {
        return Collections.unmodifiableSet(rowsOn.keySet());
    }

    /** How many of them were held against a baseline. */
    public long rowsOn(String baseline) {
        return rowsOn.getOrDefault(baseline, 0L);
    }

    /** The numeric columns seen so far. */
    public Set<FeatureKey> numericKeys() {
        return Collections.unmodifiableSet(numeric.keySet());
    }

    /** The categorical columns seen so far. */
    public Set<FeatureKey> categoricalKeys() {
        return Collections.unmodifiableSet(categorical.keySet());
    }

    /** A numeric column; without any value where none was seen. Not to be changed. */
    public NumericProfile numeric(FeatureKey key) {
        return Optional.ofNullable(numeric.get(key)).orElseGet(NumericProfile::new);
    }

    /** A categorical column; without any value where none was seen. Not to be changed. */
    public CategoricalProfile categorical(FeatureKey key) {
        return Optional.ofNullable(categorical.get(key)).orElseGet(CategoricalProfile::new);
    }

    /**
     * The rows that can tell of a numeric column. Those in which it holds values as a categorical one were counted before
     * its kind was changed, and are not rows in which the number is missing.
     */
    public long rowsOfNumeric(FeatureKey key) {
        return without(Optional.ofNullable(categorical.get(key)));
    }

    /** Likewise of a categorical column. */
    public long rowsOfCategorical(FeatureKey key) {
        return without(Optional.ofNullable(numeric.get(key)));
    }

    private long without(Optional<? extends ColumnProfile> ofTheOtherKind) {
        return rows - ofTheOtherKind.map(it -> it.valid() + it.wrongType()).orElse(0L);
    }

    /** How the features that a baseline watches together go together; absent where none are. Not to be changed. */
    public Optional<JointSums> joint(String baseline) {
        return Optional.ofNullable(joint.get(baseline));
    }

    /** Adds everything of another profile. */
    public void merge(Profile other) {
        rows += other.rows;
        other.rowsOn.forEach(this::addRowsOn);
        other.joint.forEach((baseline, sums) -> jointOf(baseline, sums.size()).merge(sums));
        other.numeric.forEach((key, column) -> numericColumn(key).merge(column));
        other.categorical.forEach((key, column) -> categoricalColumn(key).merge(column));
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).count(rows).count(rowsOn.size());
        rowsOn.forEach((baseline, count) -> out.text(baseline).count(count));
        out.count(numeric.size());
        numeric.forEach((key, column) -> {
            key.write(out);
            column.write(out);
        });
        out.count(categorical.size());
        categorical.forEach((key, column) -> {
            key.write(out);
            column.write(out);
        });
        writeJoint(out);
    }

    private void writeJoint(ByteWriter out) {
        out.count(joint.size());
        joint.forEach((baseline, sums) -> {
            out.text(baseline);
            sums.write(out);
        });
    }

    public static Profile read(ByteReader in) {
        int version = in.version("a profile", VERSION);
        Profile read = new Profile();
        read.rows = in.count();
        for (int left = in.length(); left > 0; left--) {
            read.rowsOn.put(in.text(), in.count());
        }
        for (int left = in.length(); left > 0; left--) {
            read.numeric.put(FeatureKey.read(in), NumericProfile.read(in));
        }
        for (int left = in.length(); left > 0; left--) {
            read.categorical.put(FeatureKey.read(in), CategoricalProfile.read(in));
        }
        for (int left = version < JOINT ? 0 : in.length(); left > 0; left--) {
            read.joint.put(in.text(), JointSums.read(in));
        }
        return read;
    }

    void addRows(long count) {
        rows += count;
    }

    void addRowsOn(String baseline, long count) {
        rowsOn.merge(baseline, count, Long::sum);
    }

    JointSums jointOf(String baseline, int size) {
        return joint.computeIfAbsent(baseline, unused -> new JointSums(size));
    }

    NumericProfile numericColumn(FeatureKey key) {
        return numeric.computeIfAbsent(key, unused -> new NumericProfile());
    }

    CategoricalProfile categoricalColumn(FeatureKey key) {
        return categorical.computeIfAbsent(key, unused -> new CategoricalProfile());
    }
}
