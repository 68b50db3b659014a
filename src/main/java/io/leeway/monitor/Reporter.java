package io.leeway.monitor;

import io.leeway.catalog.WindowSize;
import io.leeway.drift.WindowComparison;
import io.leeway.ingest.Entry;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
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
    /** A model without rows for so long sleeps: its empty windows are not reported until its next row. */
    private static final Duration SLEEPS_AFTER = Duration.ofDays(30);

    private final Store store;
    private final int lanes;
    private final ReportStore reports;
    private final Baselines baselines;

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
    }

    /** Reports all there is to report; returns the position behind which nothing is left to report. */
    public long pass() {
        long position = IntStream.range(0, lanes)
                .mapToLong(lane -> LaneStore.position(store, lane))
                .min()
                .orElse(0);
        ToReport.scan(store).forEach(this::report);
        return position;
    }

    private void report(String name, ToReport toReport) {
        Map<Integer, LaneModel> known = LaneStore.lanesOf(store, name);
        Optional<KnownModel> sum = KnownModel.of(known, lanes);
        Changes changes = new Changes();
        if (sum.isPresent()) {
            KnownModel model = sum.get();
            WindowSums windows = new WindowSums(store, model.versions().keySet());
            windowsOf(model, toReport, windows).forEach(key -> report(key, model, windows, changes));
            reports.reportedUpTo(name, model.watermark(), changes);
        }
        toReport.done(changes);
        store.commit(changes);
    }

    private void report(WindowKey key, KnownModel model, WindowSums windows, Changes changes) {
        Instant end =
                key.size().endOf(key.start(), model.definition().settings().zone());
        boolean closed = end.toEpochMilli() <= model.watermark();
        Partial partial = windows.sum(key, end);
        Optional<ModelBaseline> baseline = baselines.of(model, key.version());
        Optional<WindowComparison> comparison = baseline.map(it -> baselines.comparison(
                it, key.size(), model.definition().settings().zone()));
        boolean unused = reports.put(
                new WindowReporter(model.definition(), baseline).report(key, end, closed, partial, comparison),
                changes);
    }

    /** The windows that changed and those that closed, each once. */
    private Set<WindowKey> windowsOf(KnownModel model, ToReport toReport, WindowSums sums) {
        Set<WindowKey> keys = new LinkedHashSet<>();
        for (WindowSize size : model.definition().settings().windows()) {
            for (PartialKey changed : toReport.changed()) {
                Instant start = size.startOf(
                        Instant.ofEpochMilli(changed.start()),
                        model.definition().settings().zone());
                keys.add(new WindowKey(changed.model(), changed.version(), changed.segment(), size, start));
                keys.add(new WindowKey(changed.model(), WindowKey.ALL_VERSIONS, changed.segment(), size, start));
            }
            closings(model, size, sums, keys);
        }
        return keys;
    }

    /** Windows that closed: of all versions also the empty ones, of a single version those reported while open. */
    private void closings(KnownModel model, WindowSize size, WindowSums sums, Set<WindowKey> keys) {
        String name = model.definition().name();
        long since = reports.reportedUpTo(name).orElse(Entry.NO_WATERMARK);
        Closings closings = new Closings(model.definition().settings(), since, model.watermark(), model.first());
        for (Instant start : closings.starts(size)) {
            WindowKey all = new WindowKey(name, WindowKey.ALL_VERSIONS, WindowKey.WHOLE, size, start);
            if (sums.anyRows(
                    all,
                    start.minus(SLEEPS_AFTER),
                    size.endOf(start, model.definition().settings().zone()))) {
                keys.add(all);
            }
            for (String version : model.versions().keySet()) {
                WindowKey key = new WindowKey(name, version, WindowKey.WHOLE, size, start);
                if (reports.get(key).isPresent()) {
                    keys.add(key);
                }
            }
        }
    }
}
