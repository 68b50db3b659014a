package io.leeway.profile;

import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of a batch as categories: of a class and the part of the scale its probability lies in. A row without a
 * probability of the class it was called makes none.
 */
final class CallCodes extends CategoryCodes {
    private final List<ValueColumn> scores;
    private final Map<Integer, Optional<ValueColumn>> scoresOf = new HashMap<>();
    private final Map<Integer, int[]> codes = new HashMap<>();

    CallCodes(Batch batch) {
        super(batch.predictions());
        this.scores = batch.scores();
    }

    @Override
    int code(int row) {
        int predicted = super.code(row);
        return predicted < 0
                ? MISSING
                : scoresOf.computeIfAbsent(predicted, this::column)
                        .filter(column -> column.kind(row) == ValueKind.NUMBER)
                        .map(column -> code(predicted, Calls.part(column.number(row))))
                        .orElse(MISSING);
    }

    private Optional<ValueColumn> column(int predicted) {
        String name = category(predicted);
        return scores.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** One more than the code of each part that was met. */
    private int code(int predicted, int part) {
        int[] known = codes.computeIfAbsent(predicted, unused -> new int[Calls.PARTS]);
        if (known[part] == 0) {
            known[part] = codeOf(Calls.text(category(predicted), part)) + 1;
        }
        return known[part] - 1;
    }
}
