package io.leeway.profile;

import io.leeway.catalog.Decision;
import io.leeway.catalog.Model;
import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;

/** The predicted classes of a binary model: where only a score was logged, the class on its side of the threshold. */
final class DecidedCodes extends CategoryCodes {
    private final ValueColumn score;
    private final Model model;

    DecidedCodes(Batch batch, Model model) {
        super(batch.predictions());
        this.score = batch.score();
        this.model = model;
    }

    @Override
    int code(int row) {
        int code = super.code(row);
        return code == MISSING && score.kind(row) == ValueKind.NUMBER
                ? codeOf(Decision.byScore(score.number(row), model))
                : code;
    }
}
