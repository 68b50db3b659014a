package io.leeway.app.verticle;

import io.leeway.alert.IncidentChange;
import io.leeway.alert.IncidentPoint;
import io.leeway.alert.Observation;
import io.leeway.monitor.ModelErasures;
import io.leeway.monitor.OwedFacts;
import io.leeway.monitor.OwedPoints;
import io.leeway.monitor.ReportStore;
import io.leeway.notify.AlertDesk;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Shows new and revised windows to the rules. What they decide, the incidents, the mails and the marks on boards, goes
 * into the store in the same write that takes the windows off the list. One thread.
 */
public final class Judging {
    private static final int TOGETHER = 500;

    private final Store store;
    private final ReportStore reports;
    private final OwedFacts facts;
    private final Supplier<AlertDesk> opening;
    private final Keeping keeping;
    private Optional<AlertDesk> desk = Optional.empty();
    private boolean caughtUp;

    /**
     * Judges by a desk.
     *
     * @param opening opens the desk as the store remembers it
     */
    public Judging(Store store, Supplier<AlertDesk> opening, Keeping keeping) {
        this.store = store;
        this.reports = new ReportStore(store);
        this.facts = new OwedFacts(store);
        this.opening = opening;
        this.keeping = keeping;
    }

    /**
     * How long incidents are kept.
     *
     * @param incidents so long behind their end
     * @param dropped told of each that is forgotten
     */
    public record Keeping(Duration incidents, Consumer<String> dropped) {}

    /** Brings the incidents in line with rules that are gone or have changed since the desk was last open. */
    private List<IncidentChange> catchUp(Instant now) {
        Changes changes = new Changes();
        List<IncidentChange> changed = opened().catchUp(now, changes);
        commit(changed, changes);
        caughtUp = true;
        return changed;
    }

    /**
     * Judges some of the windows that the rules have not seen, and ends what is erased; empty if they have seen all, and
     * nothing is left to catch up. Otherwise the series may have something to do.
     */
    public Optional<List<IncidentChange>> judgeSome(Instant now) {
        List<IncidentChange> changes = new ArrayList<>(caughtUp ? List.of() : catchUp(now));
        List<String> erased = ModelErasures.of(ModelErasures.Hand.RULES, store);
        erased.forEach(model -> changes.addAll(erase(model, now)));
        Optional<List<IncidentChange>> judged = judgeOwed(now);
        judged.ifPresent(changes::addAll);
        return judged.isPresent() || !erased.isEmpty() || !changes.isEmpty() ? Optional.of(changes) : Optional.empty();
    }

    /** Ends what is open of a model that is being erased. Nothing marks it on boards: its series go as well. */
    private List<IncidentChange> erase(String model, Instant now) {
        Changes changes = new Changes();
        List<IncidentChange> ended = opened().erase(model, store, now, changes);
        ModelErasures.judged(model, store, changes);
        store.commit(changes);
        return ended;
    }

    private Optional<List<IncidentChange>> judgeOwed(Instant now) {
        ReportStore.Owed owed = reports.owedToRules(TOGETHER);
        OwedFacts.Owed told = facts.owed(TOGETHER);
        if (owed.isEmpty() && told.isEmpty()) {
            return Optional.empty();
        }
        Changes changes = new Changes();
        List<IncidentChange> incidents = opened().accept(observations(owed, told), now, changes);
        owed.done(changes);
        told.done(changes);
        List<String> dropped = opened().dropOlderThan(keeping.incidents(), changes);
        commit(incidents, changes);
        dropped.forEach(keeping.dropped());
        return Optional.of(incidents);
    }

    private static List<Observation> observations(ReportStore.Owed reports, OwedFacts.Owed facts) {
        return Stream.concat(
                        reports.reports().stream().flatMap(Observations::of),
                        facts.facts().stream().map(Observations::of))
                .toList();
    }

    /** Tells whatever waited for this time; returns whether that was anything. */
    public boolean tell(Instant now) {
        Changes changes = new Changes();
        opened().tell(now, changes);
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
        return !changes.isEmpty();
    }

    /** Does something with the desk that survives the loss of power when this returns. */
    public <T> T act(BiFunction<AlertDesk, Changes, T> what) {
        Changes changes = new Changes();
        T done = what.apply(opened(), changes);
        store.commit(changes);
        store.sync();
        return done;
    }

    /** When {@link #tell} has something to do, if nothing happens before. */
    public Optional<Instant> next(Instant now) {
        return opened().next(now);
    }

    /** What a desk that failed knew is not trusted, nor what one of other rules did: another one is opened as the store remembers it. */
    void reopen() {
        desk = Optional.empty();
        caughtUp = false;
    }

    private void commit(List<IncidentChange> incidents, Changes changes) {
        incidents.stream()
                .flatMap(change -> IncidentPoint.of(change).stream())
                .forEach(mark -> OwedPoints.mark(mark, changes));
        store.commit(changes);
    }

    private AlertDesk opened() {
        AlertDesk opened = desk.orElseGet(opening);
        desk = Optional.of(opened);
        return opened;
    }
}
