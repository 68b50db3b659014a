package io.leeway.monitor;

import io.leeway.state.Table;
import java.util.List;

/** The tables of everything monitored, with their keys (see {@link io.leeway.state.Keys}). */
public final class Tables {
    /** (model, version, segment, window start, lane): a lane's {@link Partial} of a base window. */
    static final Table PARTIALS = new Table("partials");
    /** (lane): the journal position up to which the lane has committed. */
    static final Table LANES = new Table("lanes");
    /** (model, lane): a {@link LaneModel}. */
    static final Table LANE_MODELS = new Table("lane-models");
    /** (model, baseline id): a {@link io.leeway.drift.Baseline}. */
    static final Table BASELINES = new Table("baselines");
    /** (model), or (model, version, segment, window start): changed since it was last reported. */
    static final Table TO_REPORT = new Table("to-report");
    /** (model, version, hour, lane): the losses of the labels that became known in an hour, as exact moments. */
    static final Table LABEL_HOURS = new Table("label-hours");
    /** (model, version, hour): labels of an hour that detectors have not been shown. */
    static final Table TO_DETECT = new Table("to-detect");
    /** (model, version): {@link Detections}. */
    static final Table DETECTIONS = new Table("detections");
    /** (model): the references its windows were compared with last, as settings write them. */
    static final Table COMPARED = new Table("compared");
    /** (model): the watermark up to which windows were reported closed. */
    static final Table REPORTED = new Table("reported");
    /** (model): the instant before which windows have been dropped, epoch milliseconds. */
    static final Table DROPPED = new Table("dropped");
    /** (model, version, segment, size, window start): a {@link WindowReport}. */
    static final Table REPORTS = new Table("reports");
    /** The same without its features. */
    static final Table SUMMARIES = new Table("summaries");
    /** A key of {@link #REPORTS} whose points have not left yet. */
    static final Table TO_STORE = new Table("to-store");
    /** A key of {@link #REPORTS} that the rules have not seen yet. */
    static final Table TO_JUDGE = new Table("to-judge");
    /** (measurement, size, tags, window start): a {@link Fact} that the rules have not seen yet. */
    static final Table FACTS_TO_JUDGE = new Table("facts-to-judge");
    /** (model, version, segment, size): a {@link io.leeway.estimate.BackCheck}. */
    static final Table BACK_CHECKS = new Table("back-checks");
    /** (measurement, tags, time): a point of no window that has not left yet. */
    static final Table OWED_POINTS = new Table("owed-points");
    /** (measurement, tags, time): a point of an incident or a deployment, kept to be told again when series are rebuilt. */
    static final Table MARKS = new Table("marks");
    /** (model, version): the oldest event time of its rows when the version was first reported, epoch milliseconds. */
    static final Table DEPLOYMENTS = new Table("deployments");
    /** (who has to, model): a model that somebody still has to erase, with the position of the entry that said so. */
    static final Table ERASURES = new Table("erasures");

    private Tables() {}

    /** All of them, for whoever opens the store. */
    public static List<Table> all() {
        return List.of(
                PARTIALS,
                LANES,
                LANE_MODELS,
                BASELINES,
                TO_REPORT,
                LABEL_HOURS,
                TO_DETECT,
                DETECTIONS,
                COMPARED,
                REPORTED,
                DROPPED,
                REPORTS,
                SUMMARIES,
                TO_STORE,
                TO_JUDGE,
                FACTS_TO_JUDGE,
                BACK_CHECKS,
                OWED_POINTS,
                MARKS,
                DEPLOYMENTS,
                ERASURES);
    }
}
