package io.leeway.ingest;

import io.leeway.catalog.Task;
import io.leeway.event.ItemList;
import io.leeway.event.ValueColumn;
import java.util.Optional;

/** Whether answers are what the model's task answers with: lists of items where it ranks, and nowhere else. */
final class AnswerScreen {
    private final ValueColumn answers;
    private final Optional<Task> task;
    private final boolean ranks;
    private final boolean anyList;

    /**
     * A screen.
     *
     * @param task empty while the model is not known: then the rows themselves tell
     */
    AnswerScreen(ValueColumn answers, Optional<Task> task) {
        this.answers = answers;
        this.task = task;
        this.ranks = task.filter(Task.RANKING::equals).isPresent();
        this.anyList = answers.texts().stream().anyMatch(ItemList::is);
    }

    /** Whether no answer has to be looked at. */
    boolean takesAll() {
        return task.isEmpty() || (!ranks && !anyList);
    }

    /** Why a row is not taken; empty when it is. */
    Optional<Rejection> rejection(int row) {
        if (takesAll() || isList(row) == ranks) {
            return Optional.empty();
        }
        String detail = ranks
                ? "The model ranks: its prediction is a list of items, best first."
                : "The model's task is " + task.orElseThrow().text()
                        + ": a list is the prediction of one whose task is ranking.";
        return Optional.of(new Rejection(row, Rejection.Reason.NO_PREDICTION, detail));
    }

    private boolean isList(int row) {
        int code = answers.code(row);
        return code >= 0 && ItemList.is(answers.texts().get(code));
    }
}
