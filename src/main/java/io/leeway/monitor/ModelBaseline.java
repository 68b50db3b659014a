package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Model;
import io.leeway.catalog.Task;
import io.leeway.drift.Baseline;
import io.leeway.event.Batch;
import io.leeway.ingest.Entry;
import io.leeway.statistics.Figures;
import io.leeway.truth.Answer;
import io.leeway.truth.Judge;
import io.leeway.truth.Tally;
import java.util.Optional;

/**
 * A baseline as a model's windows are compared with it.
 *
 * @param version the only version it is for; empty: all without one of their own
 * @param performance how well the model did on the labelled rows of the reference; empty without any
 */
record ModelBaseline(Optional<String> version, Baseline baseline, Figures performance) {
    private static final int VERSION = 1;

    static ModelBaseline of(Entry.Reference reference, Model model) {
        Baseline.Origin origin = reference.learned()
                ? Baseline.Origin.LEARNED
                : reference.timed() ? Baseline.Origin.UPLOADED : Baseline.Origin.UPLOADED_WITHOUT_TIMES;
        return new ModelBaseline(
                reference.version(),
                Baseline.of(reference.id(), reference.rows(), model, origin),
                model.task()
                        .map(task -> performance(task, reference.rows(), model))
                        .orElseGet(Figures::new));
    }

    void write(ByteWriter out) {
        out.octet(VERSION).optional(version);
        baseline.write(out);
        ReportForm.figures(performance, out);
    }

    static ModelBaseline read(ByteReader in) {
        int unused = in.version("a model's baseline", VERSION);
        return new ModelBaseline(in.optional(), Baseline.read(in), ReportForm.figures(in));
    }

    private static Figures performance(Task task, Batch rows, Model model) {
        Tally tally = Tally.of(task);
        Judge judge = new Judge(task, model.positive().orElse("1"));
        for (int row = 0; row < rows.size(); row++) {
            Optional<Answer> predicted = Answer.predicted(rows, row, model);
            Optional<Answer> label = Answer.at(rows.labels(), row);
            double score = rows.score().number(row);
            predicted
                    .flatMap(it -> label.flatMap(truth -> judge.judge(it, truth, score)))
                    .ifPresent(tally::add);
        }
        return tally.n() == 0 ? new Figures() : tally.performance();
    }
}
