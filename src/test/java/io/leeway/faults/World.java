package io.leeway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Level;
import io.leeway.alert.Sample;
import io.leeway.app.verticle.Judging;
import io.leeway.ingest.Entry;
import io.leeway.ingest.EntryForm;
import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalException;
import io.leeway.ingest.Sequencer;
import io.leeway.ingest.SequencerStore;
import io.leeway.ingest.TestKey;
import io.leeway.monitor.DroppedPoints;
import io.leeway.monitor.Lane;
import io.leeway.monitor.LaneDeal;
import io.leeway.monitor.ModelErasures;
import io.leeway.monitor.OwedPoints;
import io.leeway.monitor.PointDelivery;
import io.leeway.monitor.Reporter;
import io.leeway.monitor.WindowPoints;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Notices;
import io.leeway.notify.Outbox;
import io.leeway.notify.PlainComposer;
import io.leeway.notify.PlainNotices;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One life of the service's process: the parts that {@code app.Service} starts, in the order in which it starts them, and
 * what its verticles do with them, one step at a time.
 */
final class World {
    /** So few that a chapter's points take several writes. */
    private static final int TOGETHER = 20;

    private final Store store;
    private final Journal journal;
    private final Outbox outbox;
    private final Judging judging;
    private final PointDelivery series;
    private final DroppedPoints dropped;
    private final Reporter reporter;
    private final List<Lane> lanes = new ArrayList<>();
    private final SequencerStore sequencers;
    private final Sequencer sequencer;
    private Instant now;

    /** Starts on what a disk holds. */
    World(Disk disk, Outside outside, int count, Instant now) {
        this.store = disk.store();
        this.journal = disk.journal();
        this.now = now;
        sequencers = new SequencerStore(store);
        new LaneDeal(store, journal).prepare(count);
        outbox = new Outbox(store, outside, new Notices(new PlainNotices(), receivers()));
        mail();
        series = new PointDelivery(store, outside);
        dropped = new DroppedPoints(store, outside);
        deliver();
        judging = new Judging(store, this::openDesk, new Judging.Keeping(Duration.ofDays(400), incident -> {}));
        judge();
        reporter = new Reporter(store, count);
        report();
        for (int number = 0; number < count; number++) {
            lanes.add(recovered(number, count));
        }
        sequencer = sequencers.recover(journal, TestKey.PSEUDONYMS).after(new ModelErasures(store, count));
    }

    void at(Instant instant) {
        now = instant;
    }

    /**
     * A request of a client: decided, journalled, given to the lanes. When this returns, it is answered. Who is told to
     * come again does so when everything has gone on.
     */
    void request(BiConsumer<Sequencer, Instant> decision) {
        try {
            decision.accept(sequencer, now);
        } catch (IntakeException e) {
            assertThat(e.kind()).isEqualTo(IntakeException.Kind.UNAVAILABLE);
            settle();
            decision.accept(sequencer, now);
        }
        List<Entry> staged = sequencer.takeStaged();
        long first = journal.end();
        append(staged);
        staged.forEach(sequencers::keep);
        for (int i = 0; i < staged.size(); i++) {
            for (Lane lane : lanes) {
                lane.apply(first + i, staged.get(i));
            }
        }
    }

    void commit(int lane) {
        lanes.get(lane % lanes.size()).commit();
    }

    void commitAll() {
        lanes.forEach(Lane::commit);
    }

    void checkpoint() {
        long committed = lanes.stream().mapToLong(Lane::committed).min().orElse(0);
        sequencers.checkpoint(sequencer, now, committed, journal);
    }

    void report() {
        var unused = reporter.pass();
    }

    void judge() {
        boolean more = true;
        while (more) {
            more = judging.judgeSome(now).isPresent();
        }
    }

    void deliver() {
        try {
            dropped.dropErased();
            boolean more = true;
            while (more) {
                boolean windows =
                        series.deliver(new WindowPoints(store), TOGETHER).isPresent();
                boolean others = series.deliver(new OwedPoints(store), TOGETHER).isPresent();
                more = windows || others;
            }
        } catch (SeriesUnavailableException e) {
            throw new AssertionError("this server is always there", e);
        }
    }

    void mail() {
        var unused = outbox.attemptDue(now);
    }

    /** All that the service does on its own, until there is nothing left to do. */
    void settle() {
        commitAll();
        report();
        judge();
        deliver();
        mail();
    }

    Store store() {
        return store;
    }

    private void append(List<Entry> entries) {
        try {
            journal.append(entries.stream().map(EntryForm::bytes).toList());
        } catch (JournalException e) {
            throw new AssertionError("this journal takes everything", e);
        }
    }

    private Lane recovered(int number, int count) {
        Lane lane = new Lane(number, count, store);
        journal.read(lane.position(), (at, entry) -> lane.apply(at, EntryForm.read(entry)));
        lane.commit();
        return lane;
    }

    private AlertDesk openDesk() {
        return AlertDesk.open(store, List.of(Sample.rule()), receivers(), new PlainComposer());
    }

    private static Receivers receivers() {
        return new Receivers(
                new MailSettings(
                        "leeway@example.org",
                        Optional.empty(),
                        "example.org",
                        List.of(),
                        MailSettings.Timeouts.DEFAULTS),
                Optional.empty(),
                Map.of("on-call", new Receiver("on-call", List.of("a@example.org"), Level.WARNING)));
    }
}
