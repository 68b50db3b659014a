package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.sketch.ExactMoments;
import io.leeway.truth.Judge;
import io.leeway.truth.Label;
import io.leeway.truth.LoggedPrediction;
import io.leeway.truth.Outcome;
import io.leeway.truth.Remembered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings labels into the tallies of the windows in which the predictions were made. */
final class Labelling {
    private final LaneState state;
    private final LaneModel model;
    private final WindowCursor windows;

    Labelling(LaneState state, LaneModel model) {
        this.state = state;
        this.model = model;
        this.windows = new WindowCursor(model.definition().settings());
    }

    LaneModel model() {
        return model;
    }

    /** A prediction meets its label. */
    void add(LoggedPrediction prediction, Label label) {
        model.labelled(label.timestamp());
        Duration delay = delay(prediction, label);
        outcome(prediction, label).ifPresent(it -> {
            partials(prediction).forEach(partial -> partial.label(task(), it, delay));
            if (it.costs()) {
                known(prediction, label).add(it.loss());
            }
        });
    }

    /** Every version's prediction of an id meets a new label, in place of the old one if there was one. */
    Remembered relabel(Remembered remembered, Label label) {
        if (remembered.label().filter(old -> !label.replaces(old)).isPresent()) {
            return remembered;
        }
        for (LoggedPrediction prediction : remembered.predictions()) {
            remembered.label().ifPresent(old -> remove(prediction, old));
            add(prediction, label);
        }
        return remembered.with(label);
    }

    private void remove(LoggedPrediction prediction, Label old) {
        Duration delay = delay(prediction, old);
        outcome(prediction, old).ifPresent(it -> {
            partials(prediction).forEach(partial -> partial.unlabel(task(), it, delay));
            if (it.costs()) {
                known(prediction, old).remove(it.loss());
            }
        });
    }

    /** The losses of the hour in which a label became known. */
    private ExactMoments known(LoggedPrediction prediction, Label label) {
        return state.labelHours()
                .change(LabelHour.of(model.definition().name(), prediction.version(), label.timestamp()));
    }

    private static Duration delay(LoggedPrediction prediction, Label label) {
        return Duration.ofMillis(label.timestamp() - prediction.timestamp());
    }

    private Optional<Outcome> outcome(LoggedPrediction prediction, Label label) {
        Model definition = model.definition();
        return definition
                .task()
                .flatMap(task -> prediction
                        .answer()
                        .flatMap(answer -> new Judge(task, definition.positive().orElse("1"))
                                .judge(answer, label.value(), prediction.score())));
    }

    private Task task() {
        return model.definition().task().orElseThrow();
    }

    /** The window of a prediction, and that of each of its segments. */
    private List<Partial> partials(LoggedPrediction prediction) {
        PartialKey whole = PartialKey.of(model, prediction.version(), windows.startOf(prediction.timestamp()));
        List<Partial> partials = new ArrayList<>(1 + prediction.segments().size());
        partials.add(state.partials().change(whole));
        for (String segment : prediction.segments()) {
            partials.add(state.partials().change(whole.of(segment)));
        }
        return partials;
    }
}
