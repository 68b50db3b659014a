package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Model;
import io.leeway.cause.ScoreRanges;
import io.leeway.change.LossLevel;
import io.leeway.drift.Baseline;
import io.leeway.estimate.Estimator;
import io.leeway.estimate.EstimatorForm;
import io.leeway.ingest.Entry;
import io.leeway.statistics.Figures;
import java.util.Optional;

/**
 * A baseline as a model's windows are compared with it.
 *
 * @param version the only version it is for; empty: all without one of their own
 * @param performance how well the model did on the labelled rows of the reference; empty without any
 * @param estimator what its scores say of a window without labels; empty where the reference does not tell
 * @param level what was lost by a row of the reference; empty where it has no labels
 * @param segments into which rows held against it are cut
 * @param ranges its scores and how many answers were wrong in each tenth; empty of a segment, and where it does not tell
 */
record ModelBaseline(
        Optional<String> version,
        Baseline baseline,
        Figures performance,
        Optional<Estimator> estimator,
        Optional<LossLevel> level,
        SegmentNames segments,
        Optional<ScoreRanges> ranges) {
    private static final int VERSION = 5;

    /** The first version that estimates. */
    private static final int ESTIMATES = 2;

    /** The first version that names segments. */
    private static final int NAMES_SEGMENTS = 3;

    /** The first version that knows what was lost by a row. */
    private static final int KNOWS_LOSSES = 4;

    /** The first version that knows what was lost by scores. */
    private static final int KNOWS_RANGES = 5;

    static ModelBaseline of(Entry.Reference reference, Model model, SegmentNames segments) {
        Baseline.Origin origin = reference.learned()
                ? Baseline.Origin.LEARNED
                : reference.timed() ? Baseline.Origin.UPLOADED : Baseline.Origin.UPLOADED_WITHOUT_TIMES;
        Baseline baseline = Baseline.of(reference.id(), reference.rows(), model, origin);
        Optional<ReferenceTruth> truth = model.task().map(task -> ReferenceTruth.of(task, reference, model));
        return new ModelBaseline(
                reference.version(),
                baseline,
                truth.map(ReferenceTruth::performance).orElseGet(Figures::new),
                truth.flatMap(it -> estimator(it, baseline)),
                truth.flatMap(ReferenceTruth::level),
                segments,
                truth.flatMap(ReferenceTruth::ranges));
    }

    /** The same of some of its rows. */
    ModelBaseline part(Entry.Reference reference, Model model, int[] rows) {
        Optional<ReferenceTruth> truth = model.task().map(task -> ReferenceTruth.of(task, reference, model, rows));
        return new ModelBaseline(
                version,
                baseline.part(reference.rows(), model, rows),
                truth.map(ReferenceTruth::performance).orElseGet(Figures::new),
                truth.flatMap(it -> estimator(it, baseline)),
                truth.flatMap(ReferenceTruth::level),
                segments,
                Optional.empty());
    }

    /** The same of none of its rows. */
    ModelBaseline withoutRows() {
        return new ModelBaseline(
                version,
                baseline.withoutRows(),
                new Figures(),
                Optional.empty(),
                Optional.empty(),
                segments,
                Optional.empty());
    }

    /** The same, sharing the bins of the whole it is part of. */
    ModelBaseline onBinsOf(ModelBaseline whole) {
        return new ModelBaseline(
                version, baseline.onBinsOf(whole.baseline), performance, estimator, level, segments, ranges);
    }

    byte[] bytes() {
        ByteWriter out = new ByteWriter(8192);
        write(out);
        return out.toByteArray();
    }

    void write(ByteWriter out) {
        out.octet(VERSION).optional(version);
        baseline.write(out);
        ReportForm.figures(performance, out);
        out.flag(estimator.isPresent());
        estimator.ifPresent(it -> EstimatorForm.write(it, out));
        segments.write(out);
        out.flag(level.isPresent());
        level.ifPresent(it -> it.write(out));
        out.flag(ranges.isPresent());
        ranges.ifPresent(it -> it.write(out));
    }

    static ModelBaseline read(ByteReader in) {
        int version = in.version("a model's baseline", VERSION);
        Optional<String> itsVersion = in.optional();
        Baseline baseline = Baseline.read(in);
        Figures performance = ReportForm.figures(in);
        Optional<Estimator> estimator =
                version >= ESTIMATES && in.flag() ? Optional.of(EstimatorForm.read(in)) : Optional.empty();
        SegmentNames segments = version < NAMES_SEGMENTS ? SegmentNames.none() : SegmentNames.read(in);
        Optional<LossLevel> level =
                version >= KNOWS_LOSSES && in.flag() ? Optional.of(LossLevel.read(in)) : Optional.empty();
        Optional<ScoreRanges> ranges =
                version >= KNOWS_RANGES && in.flag() ? Optional.of(ScoreRanges.read(in)) : Optional.empty();
        return new ModelBaseline(itsVersion, baseline, performance, estimator, level, segments, ranges);
    }

    private static Optional<Estimator> estimator(ReferenceTruth truth, Baseline baseline) {
        return truth.estimator(baseline.layout());
    }
}
