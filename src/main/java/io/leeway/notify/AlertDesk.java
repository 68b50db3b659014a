package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentBook;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Observation;
import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import io.leeway.notify.Correspondence.Due;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where changed windows become incidents, and incidents mails. What a call decides, it puts into the caller's commit: the
 * windows to remember, the incidents and the final bytes of the mails. Nothing has happened before that commit; if it
 * fails, the desk must be opened again. Not safe for threads.
 */
public final class AlertDesk {
    private final IncidentBook book;
    private final Correspondence correspondence;
    private final Wishes wishes;
    private final Post post;
    private final Postage postage = new Postage();

    private AlertDesk(IncidentBook book, Receivers receivers, Composer composer, Function<Incident, Tags> labels) {
        this.book = book;
        this.wishes = new Wishes(labels);
        this.correspondence = new Correspondence(receivers, labels, wishes::attention, postage, this::explainers);
        this.post = new Post(composer, receivers, this::wording, correspondence::circle);
    }

    /** The desk as the store remembers it. */
    public static AlertDesk open(Store store, Collection<Rule> rules, Receivers receivers, Composer composer) {
        Archive archive = new Archive(store);
        IncidentBook.Memory memory = new Remembered(store).memory();
        AlertDesk desk =
                new AlertDesk(IncidentBook.reopened(rules, memory), receivers, composer, Labels.of(rules, receivers));
        Set<String> incidents = memory.incidents().stream().map(Incident::id).collect(Collectors.toSet());
        archive.deliveries()
                .forEach(delivery -> desk.post.restore(
                        delivery, !incidents.contains(delivery.key().incident())));
        desk.wishes.restore(archive.silences(), archive.acknowledgements());
        archive.postage().forEach(desk.postage::restore);
        desk.correspondence.restore(archive.conversations(), memory.incidents());
        return desk;
    }

    /**
     * Judges windows that are new or have changed, and tells what is to be told now.
     *
     * @param now when the decisions are taken; it becomes the date of the mails
     * @param commit is given everything that must be stored
     * @return what happened to incidents, in order
     */
    public List<IncidentChange> accept(Collection<Observation> windows, Instant now, Changes commit) {
        IncidentBook.Outcome outcome = book.accept(windows);
        outcome.memory().forEach(change -> Remembered.put(change, commit));
        happened(outcome.incidents(), now, commit);
        return outcome.incidents();
    }

    /**
     * Ends the incidents of rules that are gone, follows rules that have changed, and remembers what those make of old windows;
     * to be called once after opening.
     */
    public List<IncidentChange> catchUp(Instant now, Changes commit) {
        List<IncidentChange> changes = new ArrayList<>(book.endOrphans());
        changes.addAll(book.followChangedRules());
        book.settle().forEach(change -> Remembered.put(change, commit));
        happened(changes, now, commit);
        return changes;
    }

    /**
     * Ends the incidents of a model that is being erased, and forgets its windows.
     *
     * @param store where they stand
     */
    public List<IncidentChange> erase(String model, Store store, Instant now, Changes commit) {
        List<IncidentChange> ended = book.erase(model);
        new Remembered(store).forget(model, commit);
        happened(ended, now, commit);
        return ended;
    }

    /** Silences some incidents; nothing of what the silence is about is told in this commit any more. */
    public void silence(Silence silence, Instant now, Changes commit) {
        wishes.add(silence, now, commit);
    }

    /** Ends a silence, and tells what it kept silent; empty if there is none of that name that is not over. */
    public Optional<Silence> endSilence(String id, Instant now, Changes commit) {
        Optional<Silence> ended = wishes.end(id, now, commit);
        tell(now, commit);
        return ended;
    }

    /** Notes who cares for an incident; empty if there is no open one of that name. */
    public Optional<Incident> acknowledge(Acknowledgement acknowledgement, Changes commit) {
        Optional<Incident> open = correspondence.open(acknowledgement.incident());
        open.ifPresent(incident -> wishes.add(acknowledgement, commit));
        return open;
    }

    /** Tells whatever waited for this time. */
    public void tell(Instant now, Changes commit) {
        correspondence.due(now).stream()
                .collect(Collectors.groupingBy(due -> due.receiver().name(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(due -> tell(due, now, commit));
    }

    /** When {@link #tell} has something to do, if nothing happens before. */
    public Optional<Instant> next(Instant now) {
        return correspondence.next(now);
    }

    /**
     * Forgets incidents that were over so long before their model's newest window, with their mails.
     *
     * @return their names
     */
    public List<String> dropOlderThan(Duration keep, Changes commit) {
        List<String> dropped = new ArrayList<>(post.dropRoundupsOlderThan(keep, commit));
        for (Incident incident : book.dropOlderThan(keep)) {
            commit.delete(Tables.INCIDENTS, Archive.key(incident.id()));
            correspondence.forget(incident.id(), commit);
            wishes.forget(incident.id(), commit);
            post.forget(incident.id(), commit);
            dropped.add(incident.id());
        }
        return dropped;
    }

    private void happened(List<IncidentChange> changes, Instant now, Changes commit) {
        for (IncidentChange change : changes) {
            Incident incident = change.incident();
            commit.put(Tables.INCIDENTS, Archive.key(incident.id()), AlertBytes.of(incident));
            wishes.happened(change, commit);
        }
        correspondence.stir(changes, now, commit);
        if (!changes.isEmpty()) {
            wishes.endResolved(correspondence.open(), now, commit);
        }
        tell(now, commit);
    }

    /** Everything that is due to one receiver. */
    private void tell(List<Due> due, Instant now, Changes commit) {
        Receiver to = due.get(0).receiver();
        for (List<Due> parcel : Parcels.of(due, postage.room(to, now))) {
            postage.use(to, now, commit);
            if (parcel.size() == 1) {
                Due only = parcel.get(0);
                String letter = post.letter(only, now, commit);
                correspondence.told(only, Optional.of(letter), now, commit);
            } else {
                post.roundup(parcel, to, now, commit);
                parcel.forEach(each -> correspondence.told(each, Optional.empty(), now, commit));
            }
        }
    }

    private List<String> explainers(Incident incident) {
        return book.rule(incident.rule()).map(Rule::holdBackWhile).orElse(List.of());
    }

    private Optional<Rule.Wording> wording(Incident incident) {
        return book.rule(incident.rule()).map(Rule::wording);
    }
}
