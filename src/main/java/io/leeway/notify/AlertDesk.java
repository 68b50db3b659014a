package io.leeway.notify;

import io.leeway.alert.Incident;
import io.leeway.alert.IncidentBook;
import io.leeway.alert.IncidentChange;
import io.leeway.alert.Observation;
import io.leeway.alert.Retention;
import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where changed windows become incidents, and incidents mails. What a call decides, it puts into the caller's commit: the
 * windows to remember, the incidents and the final bytes of the mails. Nothing has happened before that commit; if it
 * fails, the desk must be opened again. Not safe for threads.
 */
public final class AlertDesk {
    private final IncidentBook book;
    private final Receivers receivers;
    private final Composer composer;
    private final Map<String, List<String>> threads;

    private AlertDesk(IncidentBook book, Receivers receivers, Composer composer, Map<String, List<String>> threads) {
        this.book = book;
        this.receivers = receivers;
        this.composer = composer;
        this.threads = threads;
    }

    /** The desk as the store remembers it. */
    public static AlertDesk open(Store store, Collection<Rule> rules, Receivers receivers, Composer composer) {
        Archive archive = new Archive(store);
        IncidentBook book = IncidentBook.reopened(rules, archive.memory());
        return new AlertDesk(book, receivers, composer, archive.threads());
    }

    /**
     * Judges windows that are new or have changed.
     *
     * @param now when the decisions are taken; it becomes the date of the mails
     * @param commit is given everything that must be stored
     * @return what happened to incidents, in order
     */
    public List<IncidentChange> accept(Collection<Observation> windows, Instant now, Changes commit) {
        IncidentBook.Outcome outcome = book.accept(windows);
        outcome.memory().forEach(change -> remember(change, commit));
        tell(outcome.incidents(), now, commit);
        return outcome.incidents();
    }

    /** Ends the incidents of rules that are gone; to be called once after opening. */
    public List<IncidentChange> endOrphans(Instant now, Changes commit) {
        List<IncidentChange> ended = book.endOrphans();
        tell(ended, now, commit);
        return ended;
    }

    /**
     * Forgets incidents that were over so long before their model's newest window, with their mails.
     *
     * @return their names
     */
    public List<String> dropOlderThan(Duration keep, Changes commit) {
        List<String> dropped =
                book.dropOlderThan(keep).stream().map(Incident::id).toList();
        for (String incident : dropped) {
            byte[] key = Archive.key(incident);
            for (Table table : List.of(Tables.INCIDENTS, Tables.MAILS, Tables.DELIVERIES, Tables.QUEUE)) {
                commit.deleteRange(table, key, Keys.after(key));
            }
            threads.remove(incident);
        }
        return dropped;
    }

    private void tell(List<IncidentChange> changes, Instant now, Changes commit) {
        for (IncidentChange change : changes) {
            Incident incident = change.incident();
            commit.put(Tables.INCIDENTS, Archive.key(incident.id()), AlertBytes.of(incident));
            Optional<Rule.Wording> wording = book.rule(incident.rule()).map(Rule::wording);
            receiver(wording)
                    .filter(to -> Telling.worth(change, to, threads.containsKey(incident.id())))
                    .ifPresent(to -> queue(mail(change, wording, to, now), commit));
        }
    }

    /** The owner; for an incident whose rule is gone, the first receiver there is. */
    private Optional<Receiver> receiver(Optional<Rule.Wording> wording) {
        return wording.flatMap(of -> receivers.receiver(of.owner()))
                .or(() -> receivers.all().values().stream().findFirst());
    }

    private Mail mail(IncidentChange change, Optional<Rule.Wording> wording, Receiver to, Instant now) {
        String incident = change.incident().id();
        List<String> thread = threads.getOrDefault(incident, List.of());
        MailKey key = new MailKey(incident, thread.size() + 1);
        String messageId = key.messageId(receivers.mail().messageIdDomain());
        Composer.Composed composed =
                composer.compose(new Letter(messageId, thread, now, change, wording, to, receivers));
        return new Mail(
                key, messageId, now, to.name(), to.email(), composed.subject(), composed.text(), composed.bytes());
    }

    private void queue(Mail mail, Changes commit) {
        byte[] key = mail.key().bytes();
        commit.put(Tables.MAILS, key, mail.stored());
        commit.put(Tables.DELIVERIES, key, Delivery.queued(mail).stored());
        commit.put(Tables.QUEUE, key, new byte[0]);
        threads.computeIfAbsent(mail.key().incident(), incident -> new ArrayList<>())
                .add(mail.messageId());
    }

    private static void remember(Retention change, Changes commit) {
        if (change instanceof Retention.Keep keep) {
            commit.put(
                    Tables.WINDOWS,
                    key(keep.rule(), keep.window().tags(), keep.window().end()),
                    AlertBytes.of(keep));
        } else if (change instanceof Retention.Forget forget) {
            commit.delete(Tables.WINDOWS, key(forget.rule(), forget.tags(), forget.end()));
        } else if (change instanceof Retention.Rebase rebase) {
            commit.put(Tables.BASES, key(rebase.rule(), rebase.instance()).bytes(), AlertBytes.of(rebase));
        }
    }

    private static byte[] key(String rule, Tags tags, Instant end) {
        return key(rule, tags).number(end.toEpochMilli()).bytes();
    }

    private static Keys key(String rule, Tags tags) {
        Keys key = Keys.of(rule);
        tags.values().forEach((name, value) -> key.text(name).text(value));
        return key;
    }
}
