package io.leeway.cause;

import io.leeway.catalog.Task;
import io.leeway.change.LossLevel;
import io.leeway.statistics.Confusion;
import io.leeway.statistics.Figures;
import io.leeway.truth.BinaryTally;
import io.leeway.truth.MulticlassTally;
import io.leeway.truth.RegressionTally;
import io.leeway.truth.Tally;
import java.util.Optional;
import java.util.OptionalDouble;

/** A metric that is the mean of what rows lost, and so has a part in every part of the rows. */
public enum Measure {
    /** Wrong answers among all. */
    ACCURACY("accuracy"),
    /** Positives that were not found, among positives. */
    RECALL("recall"),
    /** Wrong answers among those that said positive. */
    PRECISION("precision"),
    /** How far numbers are off. */
    ERROR("mae");

    private final String metric;

    Measure(String metric) {
        this.metric = metric;
    }

    /** The metric's name in reports. */
    public String metric() {
        return metric;
    }

    /** What stands for a metric: itself, or where it is no mean over rows, such as an area under a curve, all wrong answers. */
    public static Measure of(String metric, Task task) {
        if (task == Task.REGRESSION) {
            return ERROR;
        }
        return switch (metric) {
            case "recall" -> task == Task.BINARY ? RECALL : ACCURACY;
            case "precision" -> task == Task.BINARY ? PRECISION : ACCURACY;
            default -> ACCURACY;
        };
    }

    /** The metric's value where rows lose so much. */
    double value(double loss) {
        return this == ERROR ? loss : 1 - loss;
    }

    /** What labelled rows lost; empty where the metric is not one of their task. */
    public Optional<LossSum> of(Tally tally) {
        if (tally instanceof BinaryTally binary) {
            return of(binary.confusion());
        }
        if (tally instanceof MulticlassTally classes && this == ACCURACY) {
            return Optional.of(LossSum.ofWrong(classes.n() - classes.right(), classes.n()));
        }
        return tally instanceof RegressionTally numbers && this == ERROR
                ? Optional.of(LossSum.ofDistances(numbers.absoluteError()))
                : Optional.empty();
    }

    /**
     * What the rows of a baseline lost; empty where it has too few labels to tell.
     *
     * @param performance its metrics
     * @param level what a row of it lost
     */
    public Optional<LossSum> ofBaseline(Figures performance, Optional<LossLevel> level) {
        return this == RECALL || this == PRECISION ? confusion(performance).flatMap(this::of) : level.map(Measure::sum);
    }

    private Optional<LossSum> of(Confusion confusion) {
        return switch (this) {
            case ACCURACY -> Optional.of(LossSum.ofWrong(confusion.fp() + confusion.fn(), confusion.n()));
            case RECALL -> Optional.of(LossSum.ofWrong(confusion.fn(), confusion.positives()));
            case PRECISION -> Optional.of(LossSum.ofWrong(confusion.fp(), confusion.predictedPositives()));
            case ERROR -> Optional.empty();
        };
    }

    private static Optional<Confusion> confusion(Figures performance) {
        OptionalDouble tp = performance.get("tp");
        return tp.isEmpty()
                ? Optional.empty()
                : Optional.of(new Confusion(
                        (long) tp.getAsDouble(),
                        (long) performance.get("fp").orElse(0),
                        (long) performance.get("tn").orElse(0),
                        (long) performance.get("fn").orElse(0)));
    }

    private static LossSum sum(LossLevel level) {
        return level.isShare()
                ? LossSum.ofWrong(level.wrong(), level.n())
                : new LossSum(level.n(), level.mean() * level.n(), level.squares(), false);
    }
}
