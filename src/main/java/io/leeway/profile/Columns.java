package io.leeway.profile;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which columns of a batch are profiled, and as what. */
final class Columns {
    private final Batch batch;
    private final Model model;

    Columns(Batch batch, Model model) {
        this.batch = batch;
        this.model = model;
    }

    /** The columns, each with its bins and kept categories. */
    List<Column> withLayouts(List<Layout> layouts) {
        List<Column> columns = new ArrayList<>();
        numeric().forEach(column -> columns.add(column.onBinsOf(layouts)));
        categorical().forEach(column -> columns.add(column.keepingThoseOf(layouts)));
        absent().forEach(columns::add);
        if (isTask(Task.BINARY) && logged(batch.score())) {
            columns.add(new CalledScores(batch.score(), batch.predictions(), model, layouts));
        }
        if (isTask(Task.MULTICLASS) && !batch.scores().isEmpty()) {
            columns.add(new CategoricalColumn(FeatureKey.CALL, new CallCodes(batch)));
        }
        layouts.forEach(layout -> JointColumn.of(batch, layout).ifPresent(columns::add));
        return columns;
    }

    List<NumericColumn> numeric() {
        List<NumericColumn> columns = new ArrayList<>();
        for (ValueColumn feature : batch.features()) {
            if (is(FeatureKind.NUMERIC, feature.name())) {
                columns.add(new NumericColumn(FeatureKey.feature(feature.name()), feature, List.of()));
            }
        }
        if (isTask(Task.BINARY) && logged(batch.score())) {
            columns.add(new NumericColumn(FeatureKey.SCORE, batch.score(), List.of()));
        }
        if (isTask(Task.REGRESSION)) {
            columns.add(new NumericColumn(FeatureKey.PREDICTION, batch.predictions(), List.of()));
        }
        return columns;
    }

    List<CategoricalColumn> categorical() {
        List<CategoricalColumn> columns = new ArrayList<>();
        for (ValueColumn feature : batch.features()) {
            if (is(FeatureKind.CATEGORICAL, feature.name())) {
                columns.add(new CategoricalColumn(FeatureKey.feature(feature.name()), new CategoryCodes(feature)));
            }
        }
        predictedClasses().ifPresent(classes -> columns.add(new CategoricalColumn(FeatureKey.PREDICTION, classes)));
        return columns;
    }

    private List<Column> absent() {
        Set<String> names = new TreeSet<>(model.kinds().keySet());
        batch.features().forEach(feature -> names.remove(feature.name()));
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            model.kind(name).ifPresent(kind -> columns.add(new AbsentColumn(FeatureKey.feature(name), kind)));
        }
        return columns;
    }

    private Optional<CategoryCodes> predictedClasses() {
        return model.task().flatMap(task -> switch (task) {
            case BINARY -> Optional.of(new DecidedCodes(batch, model));
            case MULTICLASS -> Optional.of(new CategoryCodes(batch.predictions()));
            case REGRESSION, RANKING -> Optional.empty();
        });
    }

    private boolean is(FeatureKind kind, String feature) {
        return model.kind(feature).filter(kind::equals).isPresent();
    }

    private boolean isTask(Task task) {
        return model.task().filter(task::equals).isPresent();
    }

    private static boolean logged(ValueColumn column) {
        return IntStream.range(0, column.size()).anyMatch(row -> column.kind(row) != ValueKind.MISSING);
    }
}
