package io.leeway.catalog;

import io.leeway.event.Batch;
import io.leeway.event.ItemList;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What can be told of a model from the rows that arrive: what its owner left open. What was once known never changes.
 *
 * <ul>
 *   <li>A feature is numeric if its first usable value is a number, else categorical.
 *   <li>With a prediction that is a list of items the task is ranking.
 *   <li>With a score the task is binary; with scores for several classes multiclass. Without either, predictions that
 *       are all 0 or 1, or all booleans, are binary, other numbers regression, other texts multiclass.
 *   <li>The positive class is 1 where predictions are 0 and 1, and true where they are booleans.
 * </ul>
 */
public final class Inference {
    private static final Set<String> ZERO_ONE = Set.of("0", "1");
    private static final Set<String> BOOLEAN = Set.of("true", "false");

    private Inference() {}

    /** The model as known before, completed by what a batch tells. */
    public static Model of(Model known, Batch batch) {
        Map<String, FeatureKind> kinds = kinds(known, batch);
        Optional<Task> task = known.task().or(() -> task(batch));
        Optional<String> positive = task.filter(Task.BINARY::equals)
                .flatMap(binary -> known.positive().or(() -> positive(batch)));
        return kinds.size() == known.kinds().size() && task.equals(known.task()) && positive.equals(known.positive())
                ? known
                : new Model(known.name(), known.settings(), task, positive, kinds);
    }

    private static Map<String, FeatureKind> kinds(Model known, Batch batch) {
        Map<String, FeatureKind> kinds = new HashMap<>(known.kinds());
        for (ValueColumn column : batch.features()) {
            if (!kinds.containsKey(column.name())) {
                known.settings()
                        .feature(column.name())
                        .kind()
                        .or(() -> kind(column))
                        .ifPresent(kind -> kinds.put(column.name(), kind));
            }
        }
        return kinds;
    }

    private static Optional<FeatureKind> kind(ValueColumn column) {
        return IntStream.range(0, column.size())
                .mapToObj(column::kind)
                .filter(kind -> kind == ValueKind.NUMBER || kind == ValueKind.TEXT)
                .findFirst()
                .map(kind -> kind == ValueKind.NUMBER ? FeatureKind.NUMERIC : FeatureKind.CATEGORICAL);
    }

    private static Optional<Task> task(Batch batch) {
        if (batch.predictions().texts().stream().anyMatch(ItemList::is)) {
            return Optional.of(Task.RANKING);
        }
        if (any(batch.score())) {
            return Optional.of(Task.BINARY);
        }
        if (batch.scores().stream().anyMatch(Inference::any)) {
            return Optional.of(Task.MULTICLASS);
        }
        ValueColumn predictions = batch.predictions();
        if (!any(predictions)) {
            return Optional.empty();
        }
        if (allIn(predictions, ZERO_ONE) || allIn(predictions, BOOLEAN)) {
            return Optional.of(Task.BINARY);
        }
        return kind(predictions).map(kind -> kind == FeatureKind.NUMERIC ? Task.REGRESSION : Task.MULTICLASS);
    }

    private static Optional<String> positive(Batch batch) {
        if (allIn(batch.predictions(), BOOLEAN) && any(batch.predictions())) {
            return Optional.of("true");
        }
        return allIn(batch.predictions(), ZERO_ONE) ? Optional.of("1") : Optional.empty();
    }

    private static boolean any(ValueColumn column) {
        return IntStream.range(0, column.size()).anyMatch(row -> column.kind(row) != ValueKind.MISSING);
    }

    private static boolean allIn(ValueColumn column, Set<String> categories) {
        return IntStream.range(0, column.size())
                .mapToObj(column::category)
                .flatMap(Optional::stream)
                .allMatch(categories::contains);
    }
}
