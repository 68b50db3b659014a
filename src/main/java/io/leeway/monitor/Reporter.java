package io.leeway.monitor;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private Optional<Made> latest = Optional.empty();
    private long reported;

    /**
     * A reporter over what lanes commit.
     *
     * @param lanes how many lanes there are now
     */
    public Reporter(Store store, int lanes) {
        this.store = store;
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
        long position = committed();
        erasures.due(position).forEach(this::erase);
        ToReport.scan(store).forEach(this::report);
        return position;
    }

    private void erase(String model) {
        erasures.erase(model);
        cache.forget(model);
        delays.forget(model);
        checks.readAgain();
    }

    /** A model that not every lane has met waits until they all have, and what changed waits with it. */
    private void report(String name, ToReport toReport) {
        KnownModel.of(LaneStore.lanesOf(store, name), lanes).ifPresent(model -> report(model, toReport));
    }

    private void report(KnownModel model, ToReport toReport) {
        String name = model.definition().name();
        WindowSums sums = new WindowSums(store, model, cache, toReport.changed());
        delays.forget(name, toReport.changed());
        long dropped = retention.droppedBefore(name);
        References references = new References(model, baselines, sums, dropped);
        Changes changes = new Changes();
        Detecting detecting = new Detecting(store, model, baselines);
        Set<WindowKey> due = new DueWindows(model, sums, reports, reports.reportedUpTo(name)).keys(toReport.changed());
        due.addAll(detecting.changed(reports));
        ChangedReferences compared = new ChangedReferences(store, model);
        Sources sources = new Sources(references, sums, detecting);
        Consumer<WindowKey> report = key -> {
            if (key.start().toEpochMilli() >= dropped) {
                report(key, sources, changes);
            }
            commitIfMany(changes);
        };
        due.forEach(report);
        compared.forEach(report);
        compared.noted(changes);
        detecting.done(changes);
        latest = Optional.empty();
        reports.reportedUpTo(name, model.watermark(), changes);
        deployments.tell(model, changes);
        toReport.done(changes);
        store.commit(changes);
        if (retention.drop(model)) {
            checks.readAgain();
        }
    }

    /** Cut short between two commits, the pass begins again: a report that says nothing new is not stored again. */
    private void commitIfMany(Changes changes) {
        if (changes.all().size() >= MOST_CHANGES) {
            store.commit(changes);
            changes.clear();
        }
    }

    private void report(WindowKey key, Sources sources, Changes changes) {
        KnownModel model = sources.model();
        Moment plain = Moment.of(key, model, reports);
        WindowSum sum = sources.sums().window(key, plain.end());
        Moment moment = plain.with(
                plain.closed() && !plain.pastHorizon() ? delays.early(model, key.version(), sum) : Optional.empty());
        WindowReport untold = made(key, moment, sum, sources.references()).of(key, moment.end());
        untold = untold.with(untold.insights().detected(sources.detecting().of(key, moment.end())));
        WindowReport report = worth(untold);
        checks.note(report, changes);
        boolean isNew = reports.put(report, changes);
        reported += isNew ? 1 : 0;
        if (isNew || isSilent(report)) {
            arrears.tell(report, model, sources.sums(), changes);
        }
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
        boolean differ = References.differ(model.definition().settings());
        Made made = latest.filter(it -> !differ && it.saysTheSame(key, moment, sum, baseline))
                .orElseGet(() -> new Made(
                        sum,
                        baseline,
                        moment,
                        new WindowReporter(model.definition(), baseline).report(key, moment, sum, references)));
        latest = Optional.of(made);
        return made.report();
    }

    /** What the reports of a model are made from in one pass. */
    private record Sources(References references, WindowSums sums, Detecting detecting) {
        KnownModel model() {
            return references.model();
        }
    }

    /** A report, and what it was made of. */
    private record Made(WindowSum sum, Optional<ModelBaseline> baseline, Moment moment, WindowReport report) {
        /** So does that of all versions where a model has one, and that of an empty window of one just as empty. */
        boolean saysTheSame(WindowKey key, Moment itsMoment, WindowSum other, Optional<ModelBaseline> itsBaseline) {
            boolean bothEmpty =
                    sum.isEmpty() && other.isEmpty() && report.key().size().equals(key.size());
            return (sum == other || bothEmpty) && baseline.equals(itsBaseline) && moment.isLike(itsMoment);
        }
    }
}
