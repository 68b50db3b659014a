package io.leeway.truth;

import io.leeway.statistics.ClassTable;
import io.leeway.statistics.ClassTable.Weights;
import io.leeway.statistics.Confusion;
import io.leeway.statistics.ConfusionBounds;
import java.util.List;
import java.util.Locale;

/**
 * The metrics of a classifier with several classes: averages over the classes, and precision, recall and f1 of each as
 * {@code recall:name}. The micro averages of all three are the accuracy.
 *
 * @param classes their names, in the order of the table
 */
record ClassMetrics(List<String> classes, ClassTable table) {
    void addTo(Metrics metrics) {
        table.recall(Weights.MACRO).ifPresent(recall -> metrics.estimate("balanced_accuracy", recall));
        for (Weights weights : Weights.values()) {
            String name = weights.name().toLowerCase(Locale.ROOT);
            table.precision(weights).ifPresent(it -> metrics.estimate(name + "_precision", it));
            table.recall(weights).ifPresent(it -> metrics.estimate(name + "_recall", it));
            table.f1(weights).ifPresent(it -> metrics.estimate(name + "_f1", it));
        }
        for (int i = 0; i < classes.size(); i++) {
            ofOne(classes.get(i), table.of(i), metrics);
        }
    }

    private static void ofOne(String name, Confusion confusion, Metrics metrics) {
        metrics.share("precision:" + name, confusion.tp(), confusion.predictedPositives())
                .share("recall:" + name, confusion.tp(), confusion.positives())
                .value("f1:" + name, confusion.f1(), new ConfusionBounds(confusion).f1());
    }
}
