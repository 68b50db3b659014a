package io.leeway.monitor;

import java.util.List;
import java.util.Optional;

/**
 * What the report of a window is made of.
 *
 * @param baseline whose bins its rows stand on; empty without one
 * @param watched what it is compared with
 */
record Basis(WindowSum sum, Optional<ModelBaseline> baseline, List<Watched> watched, Moment moment) {
    /**
     * Whether it says the same of another window of the same size: that of all versions where a model has one, or an empty
     * one of one just as empty. How many rows are usual is asked of all versions only.
     */
    boolean isLike(Basis other) {
        boolean bothEmpty = sum.isEmpty() && other.sum.isEmpty();
        return (sum == other.sum || bothEmpty)
                && baseline.equals(other.baseline)
                && watched.equals(other.watched)
                && watched.stream().noneMatch(it -> it.comparison().tellsVolume())
                && moment.isLike(other.moment);
    }
}
