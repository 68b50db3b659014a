package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Has everything told to the series once more, for series that were lost: what is kept of windows is reported again, and
 * the points of all reports, of what arrived, of incidents and of deployments are put on the lists of what is owed. Goes
 * step by step, so that a history of years needs no more memory than one of a day; cut short, it is begun again.
 *
 * <p>It writes what the {@link Reporter} writes, so the same thread calls both in turn: a step, then a pass.
 */
public final class Rebuild {
    private static final int TOGETHER = 1_000;
    /** No commit of a lane has this token. */
    private static final byte[] TOKEN = {};

    private final Store store;
    private final int lanes;
    private final ReportStore reports;
    private final Arrears arrears = new Arrears();
    private final Deque<TableWalk> left;
    private long windows;
    private long marks;

    /**
     * A rebuild that has not begun.
     *
     * @param lanes how many there are now
     */
    public Rebuild(Store store, int lanes) {
        this.store = store;
        this.lanes = lanes;
        this.reports = new ReportStore(store);
        this.left = new ArrayDeque<>(List.of(
                new TableWalk(Tables.PARTIALS, this::reportAgain),
                new TableWalk(Tables.SUMMARIES, this::windowAgain),
                new TableWalk(Tables.MARKS, this::markAgain)));
    }

    /** How many windows have been put on the list. */
    public long windows() {
        return windows;
    }

    /** How many points of incidents and deployments have been put on the list. */
    public long marks() {
        return marks;
    }

    /** Puts some more on the lists; returns whether there is more to do. Between two steps the reporter passes. */
    public boolean step() {
        if (!left.isEmpty() && !left.getFirst().go(store, TOGETHER)) {
            left.removeFirst();
        }
        return !left.isEmpty();
    }

    private void reportAgain(byte[] key, byte[] partial, Changes changes) {
        changes.put(
                Tables.TO_REPORT, PartialKey.read(new KeyParts(key)).prefix().bytes(), TOKEN);
    }

    private void windowAgain(byte[] key, byte[] summary, Changes changes) {
        WindowReport report = ReportForm.read(ReportKeys.read(key), summary);
        reports.oweAgain(report, changes);
        known(report).ifPresent(model -> arrivalsAgain(report, model, changes));
        windows++;
    }

    private void arrivalsAgain(WindowReport report, KnownModel model, Changes changes) {
        arrears.tellSeries(report, model, new WindowSums(store, model), changes);
    }

    private void markAgain(byte[] key, byte[] point, Changes changes) {
        changes.put(Tables.OWED_POINTS, key, point);
        marks++;
    }

    private Optional<KnownModel> known(WindowReport report) {
        return KnownModel.of(LaneStore.lanesOf(store, report.key().model()), lanes);
    }
}
