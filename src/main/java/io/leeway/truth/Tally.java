package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Task;
import io.leeway.statistics.Figures;

/**
 * What a window knows of its labelled predictions. Tallies merge by addition: in whatever order outcomes come and parts
 * are merged, the same outcomes give the same tally to the bit. A part may take back an outcome that another part
 * counted; its own numbers are then below zero and have a meaning only once the two are merged.
 *
 * <p>Not safe for several threads.
 */
public sealed interface Tally permits BinaryTally, MulticlassTally, RegressionTally, RankingTally {
    /** The tally of no outcome. */
    static Tally of(Task task) {
        return switch (task) {
            case BINARY -> new BinaryTally();
            case MULTICLASS -> new MulticlassTally();
            case REGRESSION -> new RegressionTally();
            case RANKING -> new RankingTally();
        };
    }

    /**
     * Counts an outcome.
     *
     * @throws IllegalArgumentException if it is one of another task
     */
    void add(Outcome outcome);

    /** Takes an outcome back that was counted, here or in a part to be merged: its label has been corrected. */
    void remove(Outcome outcome);

    /**
     * Adds all of another, which stays as it is.
     *
     * @throws IllegalArgumentException if it is one of another task
     */
    void merge(Tally other);

    /** The task whose outcomes it counts. */
    Task task();

    /** How many outcomes there are. */
    long n();

    /** The metrics of the task, each row taken to err on its own. */
    Performance metrics();

    /** The metrics as figures, with their intervals. */
    default Figures performance() {
        return metrics().figures();
    }

    /** What the metrics become without one part of the outcomes or another. */
    Rest rest();

    void write(ByteWriter out);

    /** Reads a tally of a task. */
    static Tally read(Task task, ByteReader in) {
        return switch (task) {
            case BINARY -> BinaryTally.read(in);
            case MULTICLASS -> MulticlassTally.read(in);
            case REGRESSION -> RegressionTally.read(in);
            case RANKING -> RankingTally.read(in);
        };
    }

    /** {@code value} as the type a tally counts. */
    static <T> T own(Class<T> type, Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IllegalArgumentException(
                value.getClass().getSimpleName() + " where only " + type.getSimpleName() + " can be counted");
    }
}
