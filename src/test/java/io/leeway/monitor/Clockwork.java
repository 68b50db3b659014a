package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.ingest.Entry;
import io.leeway.ingest.EntryForm;
import io.leeway.ingest.HeapJournal;
import io.leeway.ingest.Sequencer;
import io.leeway.ingest.SequencerStore;
import io.leeway.ingest.TestKey;
import io.leeway.memory.RememberedIds;
import io.leeway.series.Point;
import io.leeway.state.Changes;
import io.leeway.state.HeapStore;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole core without a thread: a sequencer, a journal, lanes and the reporter, on a clock the test moves. */
final class Clockwork {
    private final HeapStore store = new HeapStore();
    private final HeapJournal journal = new HeapJournal();
    private SequencerStore sequencers = new SequencerStore(store);
    private Sequencer sequencer;
    private List<Lane> lanes = List.of();
    private Reporter reporter = new Reporter(store, 0);
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    Clockwork(int lanes) {
        sequencer = sequencers.recover(journal, TestKey.PSEUDONYMS);
        deal(lanes);
    }

    void now(Instant instant) {
        now = instant;
    }

    void settings(String model, ModelSettings settings) {
        var unused = sequencer.settings(model, settings, now);
        flow();
    }

    void baseline(Batch rows) {
        baseline(Optional.empty(), rows);
    }

    /** A reference set for one version, or for all without one of their own. */
    void baseline(Optional<String> version, Batch rows) {
        var unused = sequencer.baseline(version, true, rows, now);
        flow();
    }

    void baselineWithoutTimes(Batch rows) {
        var unused = sequencer.baseline(Optional.empty(), false, rows, now);
        flow();
    }

    void predictions(Batch batch) {
        var unused = sequencer.predictions(batch, 0, Optional.empty(), now);
        flow();
    }

    void labels(Labels labels) {
        var unused = sequencer.labels(labels, 0, Optional.empty(), now);
        flow();
    }

    void forget(String model, String id) {
        var unused = sequencer.forget(model, id, now);
        flow();
    }

    void erase(String model) {
        var unused = sequencer.erase(model, now);
        flow();
    }

    void tick() {
        sequencer.tick(now);
        flow();
    }

    /** Lanes commit until all is tidy, and everything is reported. */
    void report() {
        commit();
        pass();
    }

    /** Lanes commit until all is tidy. */
    void commit() {
        for (Lane lane : lanes) {
            do {
                lane.commit();
            } while (lane.untidy());
        }
    }

    /** Another reporter, which knows nothing of the first, and compares about so many columns in one step. */
    Reporter reporter(int mostColumns) {
        return new Reporter(store, lanes.size(), mostColumns);
    }

    /** How many windows this reporter has stored, new and revised ones. */
    long reported() {
        return reporter.reported();
    }

    void commit(int lane) {
        lanes.get(lane).commit();
    }

    /** What is committed is reported, whichever lanes that is. */
    void pass() {
        var unused = reporter.pass();
    }

    /** Sums of a model's windows, with what a reporter would know had changed since its last pass. */
    WindowSums sums(String model, SumCache cache) {
        ToReport toReport = ToReport.scan(store).getOrDefault(model, new ToReport());
        return new WindowSums(store, known(model), cache, toReport.changed());
    }

    /** The same without anything remembered. */
    WindowSums sums(String model) {
        return new WindowSums(store, known(model));
    }

    /** A model as lanes have committed it. */
    KnownModel known(String model) {
        return KnownModel.of(LaneStore.lanesOf(store, model), lanes.size()).orElseThrow();
    }

    /** Series and rules take all they are owed. */
    void deliver() {
        Changes changes = new Changes();
        ReportStore reports = new ReportStore(store);
        reports.owedToSeries(Integer.MAX_VALUE).done(changes);
        reports.owedToRules(Integer.MAX_VALUE).done(changes);
        new OwedPoints(store).owed(Integer.MAX_VALUE).done(changes);
        new OwedFacts(store).owed(Integer.MAX_VALUE).done(changes);
        store.commit(changes);
    }

    /** The rules know that a model is erased. */
    void judged(String model) {
        Changes changes = new Changes();
        ModelErasures.judged(model, store, changes);
        store.commit(changes);
    }

    /** The points of no window that are owed to the series. */
    List<Point> owedPoints() {
        return new OwedPoints(store).owed(Integer.MAX_VALUE).points();
    }

    /** What rules are told of what has not come. */
    List<Fact> facts() {
        return new OwedFacts(store).owed(Integer.MAX_VALUE).facts();
    }

    /** All points that are owed to the series. */
    List<Point> allOwed() {
        List<Point> owed =
                new ArrayList<>(new WindowPoints(store).owed(Integer.MAX_VALUE).points());
        owed.addAll(owedPoints());
        return owed;
    }

    /** Has everything told to the series again. */
    Rebuild rebuild() {
        Rebuild rebuild = new Rebuild(store, lanes.size());
        boolean more = true;
        while (more) {
            more = rebuild.step();
            pass();
        }
        return rebuild;
    }

    /** A table is lost. */
    void lose(Table table) {
        Changes changes = new Changes();
        changes.deleteRange(table, new byte[0], new byte[] {(byte) 0xFF});
        store.commit(changes);
    }

    /** How many keys stand in a table. */
    int size(Table table) {
        int[] size = new int[1];
        store.scan(table, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            size[0]++;
            return true;
        });
        return size[0];
    }

    /** Where everything stands. */
    Store store() {
        return store;
    }

    /** How many values of a table have been read. */
    long reads(Table table) {
        return store.reads(table);
    }

    /** How many entries stand in the store for ids, those included that are of no use any more. */
    int remembered() {
        return RememberedIds.in(store);
    }

    /** All that was not committed is gone; the service starts again, perhaps with another number of lanes. */
    void crash(int lanesAfter) {
        sequencers = new SequencerStore(store);
        sequencer = sequencers.recover(journal, TestKey.PSEUDONYMS);
        deal(lanesAfter);
    }

    void checkpointSequencer() {
        sequencers.checkpoint(sequencer, now);
    }

    Optional<WindowReport> report(String model, String version, WindowSize size, String start) {
        return new ReportStore(store).get(new WindowKey(model, version, WindowKey.WHOLE, size, Instant.parse(start)));
    }

    List<WindowReport> reports(String model, String version, WindowSize size) {
        return reports(model, version, WindowKey.WHOLE, size);
    }

    List<WindowReport> reports(String model, String version, String segment, WindowSize size) {
        ReportStore reports = new ReportStore(store);
        WindowKey like = new WindowKey(model, version, segment, size, Instant.EPOCH);
        return reports.summaries(like, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).stream()
                .map(summary -> reports.get(summary.key()).orElseThrow())
                .toList();
    }

    Reports.ModelStatus status(String model) {
        return stored().model(model).orElseThrow();
    }

    Optional<Reports.Histograms> histograms(WindowKey key, String feature) {
        return stored().histograms(key, feature);
    }

    private StoredReports stored() {
        return new StoredReports(store, lanes.size(), new StoredReports.Progress() {
            @Override
            public java.util.concurrent.CompletionStage<Void> reached(long position) {
                throw new UnsupportedOperationException("nothing waits here");
            }

            @Override
            public long accepted(String name) {
                return sequencer.accepted().getOrDefault(name, 0L);
            }
        });
    }

    private void deal(int count) {
        new LaneDeal(store, journal).prepare(count);
        lanes = new ArrayList<>();
        reporter = new Reporter(store, count);
        for (int number = 0; number < count; number++) {
            Lane lane = new Lane(number, count, store);
            journal.read(lane.position(), (at, entry) -> lane.apply(at, EntryForm.read(entry)));
            lanes.add(lane);
        }
    }

    private void flow() {
        long first = journal.end();
        List<Entry> staged = sequencer.takeStaged();
        journal.append(staged.stream().map(EntryForm::bytes).toList());
        staged.forEach(sequencers::keep);
        for (int i = 0; i < staged.size(); i++) {
            for (Lane lane : lanes) {
                lane.apply(first + i, staged.get(i));
            }
        }
    }
}
