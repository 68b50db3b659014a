package io.leeway.profile;

import io.leeway.catalog.Model;
import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;

/** The predicted classes of a binary model: where only a score was logged, the class on its side of the threshold. */
final class DecidedCodes extends CategoryCodes {
    private final ValueColumn score;
    private final double threshold;
    private final String positive;

    DecidedCodes(Batch batch, Model model) {
        super(batch.predictions());
        score = batch.score();
        threshold = model.settings().threshold();
        positive = model.positive().orElse("1");
    }

    @Override
    int code(int row) {
        int code = super.code(row);
        return code == MISSING && score.kind(row) == ValueKind.NUMBER ? decide(score.number(row)) : code;
    }

    private int decide(double probability) {
        return codeOf(probability >= threshold ? positive : negative());
    }

    private String negative() {
        return switch (positive) {
            case "1" -> "0";
            case "true" -> "false";
            default -> "not " + positive;
        };
    }
}
