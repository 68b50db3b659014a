package io.leeway.notify;

import io.leeway.alert.Chronicle;
import io.leeway.alert.Incident;
import io.leeway.alert.Rule;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All incidents and mails that have been committed, for whoever wants to read them. Safe for several threads. */
public final class Archive {
    private static final byte[] FIRST = new byte[0];
    /** Keys are texts, and no text begins with this byte in UTF-8. */
    private static final byte[] BEHIND_ALL = {(byte) 0xFF};

    private final Store store;

    public Archive(Store store) {
        this.store = store;
    }

    /** Those that opened last first. */
    public List<Incident> incidents() {
        List<Incident> all = all(Tables.INCIDENTS, AlertBytes::incident);
        all.sort(Comparator.<Incident, Instant>comparing(
                        incident -> incident.span().opened())
                .reversed()
                .thenComparing(Incident::id));
        return all;
    }

    public Optional<Incident> incident(String id) {
        return store.get(Tables.INCIDENTS, key(id)).map(AlertBytes::incident);
    }

    /** How far every mail has come, newest first. */
    public List<Delivery> deliveries() {
        List<Delivery> all = all(Tables.DELIVERIES, Delivery::read);
        all.sort(Comparator.comparing(Delivery::decided)
                .reversed()
                .thenComparing(delivery -> delivery.key().toString()));
        return all;
    }

    /** The mails of an incident with how far each has come, oldest first. */
    public List<Entry> thread(String incident) {
        byte[] from = key(incident);
        List<Entry> mails = new ArrayList<>();
        store.scan(Tables.DELIVERIES, from, Keys.after(from), (key, value) -> {
            Delivery delivery = Delivery.read(value);
            mail(delivery.key()).ifPresent(mail -> mails.add(new Entry(mail, delivery)));
            return true;
        });
        return mails;
    }

    /** All mails with how far each has come, newest first. */
    public List<Entry> mails() {
        List<Entry> all = new ArrayList<>();
        deliveries().forEach(delivery -> mail(delivery.key()).ifPresent(mail -> all.add(new Entry(mail, delivery))));
        return all;
    }

    public Optional<Mail> mail(MailKey key) {
        return store.get(Tables.MAILS, key.bytes()).map(Mail::read);
    }

    /** What a rule made of every window that it still remembers. */
    public List<Chronicle> chronicles(Rule rule) {
        Remembered remembered = new Remembered(store);
        return Chronicle.of(rule, remembered.windows(rule.name()), remembered.bases(rule.name()));
    }

    List<Conversation> conversations() {
        return all(Tables.CONVERSATIONS, Conversation::read);
    }

    /** Those that last, those to come, and those that ended not long ago. */
    public List<Silence> silences() {
        return all(Tables.SILENCES, Silence::read);
    }

    List<Acknowledgement> acknowledgements() {
        return all(Tables.ACKNOWLEDGEMENTS, Acknowledgement::read);
    }

    /** Who cares for an incident. */
    public Optional<Acknowledgement> acknowledgement(String incident) {
        return store.get(Tables.ACKNOWLEDGEMENTS, key(incident)).map(Acknowledgement::read);
    }

    List<byte[]> postage() {
        return all(Tables.POSTAGE, bytes -> bytes);
    }

    static byte[] key(String incident) {
        return Keys.of(incident).bytes();
    }

    private <T> List<T> all(Table table, Function<byte[], T> value) {
        List<T> all = new ArrayList<>();
        store.scan(table, FIRST, BEHIND_ALL, (key, bytes) -> all.add(value.apply(bytes)));
        return all;
    }

    /** A mail and how far it has come. */
    public record Entry(Mail mail, Delivery delivery) {}
}
