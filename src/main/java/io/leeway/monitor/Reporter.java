package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reports every window that lanes have changed or that has closed: merges its partials, compares the sum with the
 * baseline, and stores the report if it says anything new. One thread.
 *
 * <p>A window closes when every lane has committed the position where the watermark passes its end. What is reported is
 * what was committed; a row of {@link Tables#TO_REPORT} goes in the write that stores its reports, so a crash in between
 * only reports once more.
 */
public final class Reporter {
    /** So many changes go into one write, so that a log of years needs no more memory than one of a day. */
    private static final int MOST_CHANGES = 2_000;

    /**
     * So many columns are compared in one step, each against one reference: some two seconds where a window of 100 takes 10
     * ms, and far from a minute on a machine that is busy otherwise. A log of months that is posted at once takes many.
     */
    private static final int MOST_COLUMNS = 20_000;

    private final Store store;
    private final int lanes;
    private final ReportStore reports;
    private final Baselines baselines;
    private final Retention retention;
    private final ModelErasures erasures;
    private final Deployments deployments;
    private final BackChecks checks;
    private final DelayHistory delays;
    private final Arrears arrears = new Arrears();
    private final SumCache cache = new SumCache();
    private final int mostColumns;
    private final Deque<ModelPass> left = new ArrayDeque<>();
    private Optional<Made> latest = Optional.empty();
    private OptionalLong passing = OptionalLong.empty();
    private long reported;
    private long reached;

    /**
     * A reporter over what lanes commit.
     *
     * @param lanes how many lanes there are now
     */
    public Reporter(Store store, int lanes) {
        this(store, lanes, MOST_COLUMNS);
    }

    /** A reporter that compares about so many columns in one step. */
    Reporter(Store store, int lanes, int mostColumns) {
        this.store = store;
        this.mostColumns = mostColumns;
        this.lanes = lanes;
        this.reports = new ReportStore(store);
        this.baselines = new Baselines(store);
        this.retention = new Retention(store);
        this.erasures = new ModelErasures(store, lanes);
        this.deployments = new Deployments(store);
        this.checks = new BackChecks(store);
        this.delays = new DelayHistory(store);
    }

    /** How many windows this reporter has stored, new and revised ones. */
    public long reported() {
        return reported;
    }

    /** The position up to which all lanes have committed. */
    public long committed() {
        return IntStream.range(0, lanes)
                .mapToLong(lane -> LaneStore.position(store, lane))
                .min()
                .orElse(0);
    }

    /** Reports all there is to report; returns the position behind which nothing is left to report. */
    public long pass() {
        boolean done = false;
        while (!done) {
            done = step();
        }
        return reached;
    }

    /** The position behind which nothing was left to report when the last pass was through. */
    public long reached() {
        return reached;
    }

    /**
     * Goes on with a pass for a bounded time, and begins one where none is under way.
     *
     * @return whether it is through
     */
    public boolean step() {
        try {
            return stepOn();
        } catch (StoreException e) {
            forgetUncommitted();
            throw e;
        }
    }

    private boolean stepOn() {
        long position = passing.orElseGet(this::begun);
        passing = OptionalLong.of(position);
        int columns = mostColumns;
        while (!left.isEmpty() && columns > 0) {
            columns = report(left.element(), columns);
        }
        if (columns <= 0) {
            laidDown();
        }
        if (left.isEmpty()) {
            passing = OptionalLong.empty();
            reached = position;
        }
        return left.isEmpty();
    }

    /** The model that took the last columns waits for those that had none yet. */
    private void laidDown() {
        left.addLast(left.removeFirst());
        latest = Optional.empty();
    }

    /** What was found for a write that failed is found again. */
    private void forgetUncommitted() {
        left.clear();
        passing = OptionalLong.empty();
        latest = Optional.empty();
        checks.readAgain();
    }

    private long begun() {
        long position = committed();
        erasures.due(position).forEach(this::erase);
        ToReport.scan(store)
                .forEach((name, toReport) -> modelPass(name, toReport).ifPresent(left::add));
        return position;
    }

    private void erase(String model) {
        erasures.erase(model);
        cache.forget(model);
        delays.forget(model);
        arrears.forget(model);
        checks.readAgain();
        latest = Optional.empty();
    }

    /** A model that not every lane has met waits until they all have, and what changed waits with it. */
    private Optional<ModelPass> modelPass(String name, ToReport toReport) {
        return KnownModel.of(LaneStore.lanesOf(store, name), lanes).map(model -> modelPass(model, toReport));
    }

    private ModelPass modelPass(KnownModel model, ToReport toReport) {
        String name = model.definition().name();
        WindowSums sums = new WindowSums(store, model, cache, toReport.changed());
        delays.forget(name, toReport.changed());
        References references = new References(model, baselines, sums, retention.droppedBefore(name));
        Detecting detecting = new Detecting(store, model, baselines);
        Set<WindowKey> due = new DueWindows(model, sums, reports, reports.reportedUpTo(name)).keys(toReport.changed());
        due.addAll(detecting.changed(reports));
        return new ModelPass(
                toReport, references, sums, detecting, due.iterator(), new ChangedReferences(store, model));
    }

    /** Reports windows of a model for about so many columns; returns how many columns are left. */
    private int report(ModelPass pass, int columns) {
        Changes changes = new Changes();
        int left = columns;
        Optional<WindowKey> next = pass.next();
        while (next.isPresent()) {
            left -= report(next.get(), pass, changes);
            commitIfMany(pass, changes);
            next = left > 0 ? pass.next() : Optional.empty();
        }
        if (left > 0) {
            done(pass, changes);
        } else {
            pass.laidDown(changes);
            store.commit(changes);
        }
        return left;
    }

    private void done(ModelPass pass, Changes changes) {
        KnownModel model = pass.model();
        pass.compared().noted(changes);
        pass.detecting().done(changes);
        latest = Optional.empty();
        reports.reportedUpTo(model.definition().name(), model.watermark(), changes);
        deployments.tell(model, changes);
        pass.toReport().done(changes);
        store.commit(changes);
        if (retention.drop(model)) {
            checks.readAgain();
        }
        ModelPass unused = left.remove();
    }

    /** Cut short between two commits, what was due begins again: a report that says nothing new is not stored again. */
    private void commitIfMany(ModelPass pass, Changes changes) {
        if (changes.all().size() >= MOST_CHANGES) {
            pass.laidDown(changes);
            store.commit(changes);
            changes.clear();
        }
    }

    /** Returns how many columns that took. */
    private int report(WindowKey key, ModelPass pass, Changes changes) {
        KnownModel model = pass.model();
        if (key.start().toEpochMilli() < pass.references().dropped()) {
            return 0;
        }
        Moment plain = Moment.of(key, model, reports);
        WindowSum sum = pass.sums().window(key, plain.end());
        Moment moment = plain.with(
                plain.closed() && !plain.pastHorizon() ? delays.early(model, key.version(), sum) : Optional.empty());
        WindowReport untold = made(key, moment, sum, pass.references()).of(key, moment.end());
        untold = untold.with(untold.insights().detected(pass.detecting().of(key, moment.end())));
        WindowReport report = worth(untold);
        checks.note(report, changes);
        boolean isNew = reports.put(report, changes);
        reported += isNew ? 1 : 0;
        if (isNew || isSilent(report)) {
            arrears.tell(report, model, pass.sums(), changes);
        }
        return pass.columns(report);
    }

    /** How long it is silent depends on rows before it, and changes without anything new in its report. */
    private static boolean isSilent(WindowReport report) {
        return report.closed() && report.n() == 0;
    }

    /**
     * What an estimate is worth is said when the window's own numbers change: what other windows teach later is said of
     * later windows, and revises no report.
     */
    private WindowReport worth(WindowReport untold) {
        return reports.summary(untold.key())
                .filter(before -> untold.estimate().isPresent())
                .flatMap(untold::trustingAs)
                .filter(reports::says)
                .orElseGet(() -> untold.trusting(BackChecks.after(untold, checks.of(untold.key()))));
    }

    private WindowReport made(WindowKey key, Moment moment, WindowSum sum, References references) {
        KnownModel model = references.model();
        Optional<ModelBaseline> baseline = baselines.of(model, key, sum.whole().profile());
        List<Watched> watched =
                baseline.map(it -> references.of(key, moment.closed(), it)).orElseGet(List::of);
        Basis basis = new Basis(sum, baseline, watched, moment);
        Made made = latest.filter(it -> it.saysTheSame(key, basis))
                .orElseGet(() -> new Made(
                        basis, new WindowReporter(model.definition(), baseline).report(key, basis, references)));
        latest = Optional.of(made);
        return made.report();
    }

    /** A report, and what it was made of. */
    private record Made(Basis basis, WindowReport report) {
        boolean saysTheSame(WindowKey key, Basis other) {
            return report.key().model().equals(key.model())
                    && report.key().segment().equals(key.segment())
                    && report.key().size().equals(key.size())
                    && basis.isLike(other);
        }
    }
}
