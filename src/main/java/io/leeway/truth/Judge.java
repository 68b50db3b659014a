package io.leeway.truth;

import io.leeway.catalog.Task;
import io.leeway.event.ItemList;
import io.leeway.sketch.ExactMoments;
import io.leeway.sketch.ScoreHistogram;
import java.util.List;
import java.util.Optional;

/**
 * Sets a prediction beside its ground truth in the way of the model's task.
 *
 * @param positive the category of the positive class; without meaning but for {@link Task#BINARY}
 */
public record Judge(Task task, String positive) {
    /**
     * The outcome of one prediction. Empty where the task can make nothing of it: a text, or a number beyond
     * {@link ExactMoments#LARGEST}, as prediction or label of a regression; what is no list as prediction of
     * a ranking, or a list as label of anything else.
     *
     * @param score NaN where none was logged; outside [0, 1] it is no probability and taken as none
     */
    public Optional<Outcome> judge(Answer prediction, Answer label, double score) {
        if (task != Task.RANKING && isList(label)) {
            return Optional.empty();
        }
        return switch (task) {
            case BINARY ->
                Optional.of(new Outcome.Binary(isPositive(prediction), isPositive(label), probability(score)));
            case MULTICLASS -> Optional.of(new Outcome.Multiclass(prediction.category(), label.category()));
            case REGRESSION ->
                usable(prediction) && usable(label)
                        ? Optional.of(new Outcome.Regression(prediction.number(), label.number()))
                        : Optional.empty();
            case RANKING -> ItemList.parse(prediction.category()).map(answer -> ranking(answer, label.category()));
        };
    }

    /** A label that is no list is the one item that was relevant. */
    private static Outcome ranking(ItemList answer, String label) {
        return new Outcome.Ranking(answer, ItemList.parse(label).orElseGet(() -> ItemList.of(List.of(label))));
    }

    private static boolean isList(Answer answer) {
        return answer instanceof Answer.Name name && ItemList.is(name.category());
    }

    private boolean isPositive(Answer answer) {
        return answer.category().equals(positive);
    }

    private static boolean usable(Answer answer) {
        return Math.abs(answer.number()) <= ExactMoments.LARGEST;
    }

    private static double probability(double score) {
        return ScoreHistogram.holds(score) ? score : Double.NaN;
    }
}
