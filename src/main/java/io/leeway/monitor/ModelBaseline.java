package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Model;
import io.leeway.drift.Baseline;
import io.leeway.estimate.Estimator;
import io.leeway.ingest.Entry;
import io.leeway.profile.FeatureKey;
import io.leeway.statistics.Figures;
import java.util.Optional;

/**
 * A baseline as a model's windows are compared with it.
 *
 * @param version the only version it is for; empty: all without one of their own
 * @param performance how well the model did on the labelled rows of the reference; empty without any
 * @param estimator what its scores say of a window without labels; empty where the reference does not tell
 */
record ModelBaseline(Optional<String> version, Baseline baseline, Figures performance, Optional<Estimator> estimator) {
    private static final int VERSION = 2;
    /** The first version that estimates. */
    private static final int ESTIMATES = 2;

    static ModelBaseline of(Entry.Reference reference, Model model) {
        Baseline.Origin origin = reference.learned()
                ? Baseline.Origin.LEARNED
                : reference.timed() ? Baseline.Origin.UPLOADED : Baseline.Origin.UPLOADED_WITHOUT_TIMES;
        Baseline baseline = Baseline.of(reference.id(), reference.rows(), model, origin);
        Optional<ReferenceTruth> truth = model.task().map(task -> ReferenceTruth.of(task, reference, model));
        return new ModelBaseline(
                reference.version(),
                baseline,
                truth.map(ReferenceTruth::performance).orElseGet(Figures::new),
                truth.flatMap(it -> baseline.layout()
                        .bins(FeatureKey.SCORE)
                        .flatMap(bins -> it.estimator(reference, model, bins))));
    }

    void write(ByteWriter out) {
        out.octet(VERSION).optional(version);
        baseline.write(out);
        ReportForm.figures(performance, out);
        out.flag(estimator.isPresent());
        estimator.ifPresent(it -> it.write(out));
    }

    static ModelBaseline read(ByteReader in) {
        int version = in.version("a model's baseline", VERSION);
        return new ModelBaseline(
                in.optional(),
                Baseline.read(in),
                ReportForm.figures(in),
                version >= ESTIMATES && in.flag() ? Optional.of(Estimator.read(in)) : Optional.empty());
    }
}
