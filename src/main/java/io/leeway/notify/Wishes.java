package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Tags;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What people have said: silences and acknowledgements. Everything goes into the caller's commit. Not safe for threads. */
final class Wishes {
    private final Function<Incident, Tags> labels;
    private final Map<String, Silence> silences = new TreeMap<>();
    private final Map<String, Acknowledgement> acknowledgements = new TreeMap<>();

    /**
     * Nothing has been said.
     *
     * @param labels what silences see of an incident
     */
    Wishes(Function<Incident, Tags> labels) {
        this.labels = labels;
    }

    void restore(Collection<Silence> said, Collection<Acknowledgement> cared) {
        said.forEach(silence -> silences.put(silence.id(), silence));
        cared.forEach(each -> acknowledgements.put(each.incident(), each));
    }

    Attention attention(Incident incident, Instant now) {
        Tags of = labels.apply(incident);
        List<Silence> about = silences.values().stream()
                .filter(silence -> silence.covers(incident, of))
                .toList();
        return new Attention(
                about.stream()
                        .filter(silence -> silence.active(now))
                        .map(Silence::end)
                        .max(Comparator.naturalOrder()),
                about.stream()
                        .map(Silence::end)
                        .filter(end -> !end.isAfter(now))
                        .max(Comparator.naturalOrder()),
                Optional.ofNullable(acknowledgements.get(incident.id()))
                        .map(Acknowledgement::until)
                        .filter(now::isBefore));
    }

    void add(Silence silence, Instant now, Changes commit) {
        silences.values().removeIf(old -> {
            boolean gone = old.end().plus(Silence.LONGEST).isBefore(now);
            if (gone) {
                commit.delete(Tables.SILENCES, key(old.id()));
            }
            return gone;
        });
        keep(silence, commit);
    }

    /** Ends a silence that is not over. */
    Optional<Silence> end(String id, Instant now, Changes commit) {
        Optional<Silence> ended = Optional.ofNullable(silences.get(id))
                .filter(silence -> silence.end().isAfter(now))
                .map(silence -> silence.endedAt(now));
        ended.ifPresent(silence -> keep(silence, commit));
        return ended;
    }

    void add(Acknowledgement acknowledgement, Changes commit) {
        acknowledgements.put(acknowledgement.incident(), acknowledgement);
        commit.put(Tables.ACKNOWLEDGEMENTS, key(acknowledgement.incident()), acknowledgement.stored());
    }

    /** What got worse or is over nobody has acknowledged. */
    void happened(IncidentChange change, Changes commit) {
        boolean news = switch (change.kind()) {
            case WORSENED, RESOLVED, WITHDRAWN -> true;
            case OPENED, FOUND_LATE, SPREAD, REOPENED, FLAPPING, SETTLED, CONFIRMED, REFUTED, UPDATED, NOTED -> false;
        };
        if (news) {
            forget(change.incident().id(), commit);
        }
    }

    /** Ends the silences that last until what they are about is over, where it is. */
    void endResolved(Collection<Incident> open, Instant now, Changes commit) {
        for (Silence silence : List.copyOf(silences.values())) {
            boolean waits = open.stream().anyMatch(incident -> silence.covers(incident, labels.apply(incident)));
            if (silence.untilResolved() && silence.active(now) && !waits) {
                keep(silence.endedAt(now), commit);
            }
        }
    }

    void forget(String incident, Changes commit) {
        if (acknowledgements.remove(incident) != null) {
            commit.delete(Tables.ACKNOWLEDGEMENTS, key(incident));
        }
    }

    private void keep(Silence silence, Changes commit) {
        silences.put(silence.id(), silence);
        commit.put(Tables.SILENCES, key(silence.id()), silence.stored());
    }

    private static byte[] key(String id) {
        return Keys.of(id).bytes();
    }
}
