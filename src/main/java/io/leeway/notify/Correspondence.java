package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Level;
import io.leeway.alert.Tags;
import io.leeway.routing.Destination;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who knows what of which incident, and what they are to be told next. Everything that changes goes into the caller's
 * commit. Not safe for threads.
 */
final class Correspondence {
    private final Receivers receivers;
    private final Function<Incident, Tags> labels;
    private final BiFunction<Incident, Instant, Attention> attention;
    private final Postage postage;
    private final Function<Incident, List<String>> explainers;
    private final Map<String, Map<String, Conversation>> conversations = new TreeMap<>();
    private final Live live = new Live();

    /**
     * What begins with nothing told.
     *
     * @param labels what routes see of an incident
     * @param attention what people have said about an incident
     * @param postage how many mails everybody has had
     * @param explainers the rules whose open incidents explain an incident
     */
    Correspondence(
            Receivers receivers,
            Function<Incident, Tags> labels,
            BiFunction<Incident, Instant, Attention> attention,
            Postage postage,
            Function<Incident, List<String>> explainers) {
        this.receivers = receivers;
        this.labels = labels;
        this.attention = attention;
        this.postage = postage;
        this.explainers = explainers;
    }

    /** What was told before the service started. */
    void restore(Collection<Conversation> known, Collection<Incident> incidents) {
        known.forEach(this::note);
        incidents.stream()
                .filter(incident -> incident.open() || untold(incident))
                .forEach(live::put);
    }

    /** Some things have happened to incidents together: what explained one of them before did so until now. */
    void stir(List<IncidentChange> changes, Instant now, Changes commit) {
        Set<String> explained = changes.stream()
                .map(IncidentChange::incident)
                .filter(incident -> explained(incident, now))
                .map(Incident::id)
                .collect(Collectors.toSet());
        changes.forEach(
                change -> stir(change, explained.contains(change.incident().id()), now, commit));
    }

    private void stir(IncidentChange change, boolean explained, Instant now, Changes commit) {
        Incident incident = change.incident();
        if (change.isNews()) {
            destinations(incident).forEach(to -> note(of(incident.id(), to.receiver())));
            List.copyOf(of(incident.id()).values())
                    .forEach(each -> keep(stirred(each, incident, explained, now), commit));
        }
        seen(incident, now);
    }

    /** An incident that came and went in silence, or with what explains it, leaves nothing to be told. */
    private Conversation stirred(Conversation conversation, Incident incident, boolean explained, Instant now) {
        boolean quiet =
                explained || attention.apply(incident, now).silencedUntil().isPresent();
        boolean unheard = conversation.heard().isEmpty() && !incident.open();
        return quiet && unheard ? conversation.calmed() : conversation.stirred(now);
    }

    /**
     * Whether an incident of a rule that explains this one is open about the same model, and somebody is told of that one: a
     * cause that is silenced, or below everybody's level, would leave nobody who knows, and a milder one may wait for days.
     * A cause that is explained itself is told of through its own cause; no rule explains itself, so this ends.
     */
    private boolean explained(Incident incident, Instant now) {
        return explained(incident, incident.level(), now);
    }

    private boolean explained(Incident incident, Level atLeast, Instant now) {
        return live.causes(incident, explainers.apply(incident))
                .anyMatch(cause ->
                        (cause.level().atLeast(atLeast) && isTold(cause, now)) || explained(cause, atLeast, now));
    }

    /** Whether somebody knows of an incident, or will without anybody's doing. */
    private boolean isTold(Incident incident, Instant now) {
        boolean known = of(incident.id()).values().stream()
                .anyMatch(each -> each.heard().filter(Heard::open).isPresent());
        return known
                || (attention.apply(incident, now).silencedUntil().isEmpty()
                        && destinations(incident).stream().anyMatch(to -> hears(to, incident)));
    }

    /** Whether somebody is told of an incident in any case. */
    private boolean hears(Destination to, Incident incident) {
        return to.escalation().isEmpty()
                && receivers
                        .receiver(to.receiver())
                        .filter(receiver -> incident.level().atLeast(receiver.minLevel()))
                        .isPresent();
    }

    /** What can be told now, the oldest news first. */
    List<Due> due(Instant now) {
        return plans(now).filter(due -> due.plan().due(now)).toList();
    }

    /** When something can next be told. */
    Optional<Instant> next(Instant now) {
        return plans(now).map(due -> due.plan().when()).min(Comparator.naturalOrder());
    }

    /** What those who are told of an incident will be told next. */
    List<Due> plans(Incident incident, Instant now) {
        return of(incident.id()).values().stream()
                .flatMap(conversation -> plan(incident, conversation, now).stream())
                .toList();
    }

    /**
     * Somebody is told.
     *
     * @param letter the Message-ID, if the mail is about this incident alone
     */
    void told(Due due, Optional<String> letter, Instant now, Changes commit) {
        Conversation told = due.conversation().told(due.incident(), now);
        keep(letter.map(told::written).orElse(told), commit);
        seen(due.incident(), now);
    }

    /** Who else is told of what is to be told to somebody. */
    Circle circle(Due due) {
        return Circle.of(due.incident(), destinations(due.incident()), due.receiver(), receivers);
    }

    /** All open incidents. */
    List<Incident> open() {
        return live.open();
    }

    Optional<Incident> open(String id) {
        return live.open(id);
    }

    void forget(String incident, Changes commit) {
        conversations.remove(incident);
        live.remove(incident);
        byte[] key = Keys.of(incident).bytes();
        commit.deleteRange(Tables.CONVERSATIONS, key, Keys.after(key));
    }

    private Stream<Due> plans(Instant now) {
        return live.all().stream().flatMap(incident -> plans(incident, now).stream());
    }

    private Optional<Due> plan(Incident incident, Conversation conversation, Instant now) {
        return receivers
                .receiver(conversation.receiver())
                .flatMap(receiver -> Timing.plan(situation(incident, conversation, receiver, now), now)
                        .filter(plan -> plan.occasion().concludes() || !explained(incident, now))
                        .map(plan -> plan.notBefore(postage.free(receiver), Plan.Cause.LIMIT))
                        .map(plan -> new Due(incident, conversation, receiver, plan)));
    }

    private Situation situation(Incident incident, Conversation conversation, Receiver receiver, Instant now) {
        List<Destination> destinations = destinations(incident);
        return new Situation(
                incident,
                conversation,
                receiver,
                destinations.stream()
                        .filter(to -> to.receiver().equals(receiver.name()))
                        .findFirst(),
                toldFirst(incident, destinations),
                attention.apply(incident, now));
    }

    private Optional<Instant> toldFirst(Incident incident, List<Destination> destinations) {
        return destinations.stream()
                .filter(to -> to.escalation().isEmpty())
                .flatMap(to -> of(incident.id(), to.receiver()).heard().stream())
                .filter(Heard::open)
                .map(Heard::since)
                .min(Comparator.naturalOrder());
    }

    private List<Destination> destinations(Incident incident) {
        return Destination.of(receivers.route(), labels.apply(incident));
    }

    /** An incident that is over and told to everybody needs no more attention. */
    private void seen(Incident incident, Instant now) {
        if (incident.open() || !plans(incident, now).isEmpty()) {
            live.put(incident);
        } else {
            live.remove(incident.id());
        }
    }

    private boolean untold(Incident incident) {
        return of(incident.id()).values().stream()
                .anyMatch(each -> each.stirred().isPresent()
                        || each.heard().filter(Heard::open).isPresent());
    }

    private void keep(Conversation conversation, Changes commit) {
        note(conversation);
        commit.put(Tables.CONVERSATIONS, conversation.key(), conversation.stored());
    }

    private void note(Conversation conversation) {
        of(conversation.incident()).put(conversation.receiver(), conversation);
    }

    private Conversation of(String incident, String receiver) {
        return of(incident).computeIfAbsent(receiver, name -> Conversation.begun(incident, name));
    }

    private Map<String, Conversation> of(String incident) {
        return conversations.computeIfAbsent(incident, id -> new TreeMap<>());
    }

    /** Something to be told to somebody. */
    record Due(Incident incident, Conversation conversation, Receiver receiver, Plan plan) {
        News news() {
            return new News(plan.occasion(), incident.reason(), incident);
        }
    }
}
