package io.leeway.monitor;

import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.cause.ScoreRanges;
import io.leeway.change.LossLevel;
import io.leeway.estimate.BinaryEstimator;
import io.leeway.estimate.Calibration;
import io.leeway.estimate.Call;
import io.leeway.estimate.ClassEstimator;
import io.leeway.estimate.ErrorEstimator;
import io.leeway.estimate.Estimator;
import io.leeway.event.Batch;
import io.leeway.ingest.Entry;
import io.leeway.profile.Calls;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Layout;
import io.leeway.sketch.Bins;
import io.leeway.sketch.ExactMoments;
import io.leeway.statistics.Figures;
import io.leeway.truth.Answer;
import io.leeway.truth.BinaryTally;
import io.leeway.truth.BlockPerformance;
import io.leeway.truth.Judge;
import io.leeway.truth.Outcome;
import io.leeway.truth.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What the labels of a reference, or of some of its rows, say of its model.
 *
 * @param outcomes of all labelled rows
 * @param calls of the same rows, each as a category: which class was predicted with how much confidence; empty texts where
 *     that is not known
 * @param whole the tally of all labelled rows
 * @param blocks that of each stretch of time, of sixteen from the first row to the last; one for a reference without times
 */
record ReferenceTruth(List<Outcome> outcomes, List<String> calls, Tally whole, SortedMap<Integer, Tally> blocks) {
    static ReferenceTruth of(Task task, Entry.Reference reference, Model model) {
        return of(
                task,
                reference,
                model,
                IntStream.range(0, reference.rows().size()).toArray());
    }

    /** What some rows say. */
    static ReferenceTruth of(Task task, Entry.Reference reference, Model model, int[] some) {
        Batch rows = reference.rows();
        Stretches stretches = Stretches.of(rows.timestamps());
        SortedMap<Integer, Tally> blocks = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        Calls called = new Calls(rows);
        for (int row : some) {
            Tally block = blocks.computeIfAbsent(
                    reference.timed() ? stretches.of(rows.timestamps()[row]) : 0, unused -> Tally.of(task));
            outcome(task, rows, row, model).ifPresent(outcome -> {
                block.add(outcome);
                outcomes.add(outcome);
                calls.add(task == Task.MULTICLASS ? called.at(row).orElse("") : "");
            });
        }
        Tally whole = Tally.of(task);
        blocks.values().forEach(whole::merge);
        return new ReferenceTruth(outcomes, calls, whole, blocks);
    }

    /** How well the model did; nothing without labels. */
    Figures performance() {
        return whole.n() == 0
                ? new Figures()
                : BlockPerformance.of(whole, blocks.values()).figures();
    }

    /** What was lost by a row; nothing without labels. */
    Optional<LossLevel> level() {
        ExactMoments losses = new ExactMoments();
        outcomes.stream().filter(Outcome::costs).mapToDouble(Outcome::loss).forEach(losses::add);
        return LossLevel.of(losses, whole.task() == Task.BINARY || whole.task() == Task.MULTICLASS);
    }

    /** How many answers were wrong by score; empty where answers are not scores cut at a threshold. */
    Optional<ScoreRanges> ranges() {
        return whole instanceof BinaryTally binary ? ScoreRanges.of(binary) : Optional.empty();
    }

    /** What the answers say of rows without labels; empty where the reference does not tell. */
    Optional<Estimator> estimator(Layout layout) {
        return switch (whole.task()) {
            case BINARY -> layout.bins(FeatureKey.SCORE).flatMap(this::ofScores);
            case MULTICLASS -> ofCalls();
            case REGRESSION -> layout.bins(FeatureKey.PREDICTION).flatMap(this::ofErrors);
            case RANKING -> Optional.empty();
        };
    }

    private Optional<Estimator> ofScores(Bins scores) {
        long[] rows = new long[scores.slots()];
        long[] positives = new long[scores.slots()];
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Binary binary && binary.hasScore()) {
                int slot = scores.index(binary.score());
                rows[slot]++;
                positives[slot] += binary.actual() ? 1 : 0;
            }
        }
        return Calibration.of(rows, positives)
                .map(calibration -> BinaryEstimator.of(calibration, whole.performance(), whole.n()));
    }

    private Optional<Estimator> ofCalls() {
        Map<Call, Map<String, Long>> actual = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (!calls.get(i).isEmpty() && outcomes.get(i) instanceof Outcome.Multiclass outcome) {
                Call call = new Call(Calls.predicted(calls.get(i)), Calls.part(calls.get(i)));
                actual.computeIfAbsent(call, unused -> new HashMap<>()).merge(outcome.actual(), 1L, Long::sum);
            }
        }
        return ClassEstimator.of(actual, whole.performance(), whole.n()).map(it -> it);
    }

    private Optional<Estimator> ofErrors(Bins predictions) {
        List<List<Double>> errors = new ArrayList<>();
        IntStream.range(0, predictions.displayBins()).forEach(bin -> errors.add(new ArrayList<>()));
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Regression regression) {
                int bin = predictions.displayBin(predictions.index(regression.predicted()));
                errors.get(bin).add(regression.error());
            }
        }
        return ErrorEstimator.of(errors.stream()
                        .map(bin ->
                                bin.stream().mapToDouble(Double::doubleValue).toArray())
                        .toList())
                .map(it -> it);
    }

    private static Optional<Outcome> outcome(Task task, Batch rows, int row, Model model) {
        Judge judge = new Judge(task, model.positive().orElse("1"));
        Optional<Answer> label = Answer.at(rows.labels(), row);
        return label.isEmpty()
                ? Optional.empty()
                : Answer.predicted(rows, row, model)
                        .flatMap(predicted ->
                                judge.judge(predicted, label.get(), rows.score().number(row)));
    }

    /** Equal stretches of time from the first row to the last. */
    private record Stretches(long first, long length) {
        private static final int MOST = 16;

        static Stretches of(long[] timestamps) {
            long first = Arrays.stream(timestamps).min().orElse(0);
            long last = Arrays.stream(timestamps).max().orElse(0);
            return new Stretches(first, (last - first) / MOST + 1);
        }

        int of(long timestamp) {
            return (int) ((timestamp - first) / length);
        }
    }
}
