package io.leeway.ingest;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How requests with an idempotency key were answered: in memory since the last checkpoint, from then on in the store, and
 * for the label horizon. Keys are the sender's; a model's predictions and labels do not share them.
 */
final class IdempotencyKeys {
    /** A sender may give predictions and their labels the same key. */
    static final String PREDICTIONS = "predictions";

    static final String LABELS = "labels";

    /** Answers by model, kind and key. */
    private static final Table ANSWERS = new Table("idempotency-answers");
    /** The keys of answers by model and arrival, so that they can be forgotten. */
    private static final Table ARRIVALS = new Table("idempotency-arrivals");

    /** So many answers are forgotten in one checkpoint, a few milliseconds' worth. */
    private static final int MOST_FORGOTTEN = 2_000;

    private final Store store;
    private final Map<Request, Answer> recent = new HashMap<>();
    /** Models whose answers in the store go with the next checkpoint. */
    private final Set<String> erased = new HashSet<>();

    IdempotencyKeys(Store store) {
        this.store = store;
    }

    static List<Table> tables() {
        return List.of(ANSWERS, ARRIVALS);
    }

    /**
     * Which request is meant.
     *
     * @param kind {@link #PREDICTIONS} or {@link #LABELS}
     */
    private record Request(String model, String kind, String name) {
        private byte[] key() {
            return Keys.of(model, kind, name).bytes();
        }

        private byte[] key(long arrival) {
            return Keys.of(model).number(arrival).text(kind).text(name).bytes();
        }
    }

    /** How it was answered, and when it had arrived, epoch milliseconds. */
    private record Answer(long arrival, long fingerprint, Intake.Taken taken) {}

    /**
     * The answer to the first request with that key that arrived within the label horizon.
     *
     * @param kind {@link #PREDICTIONS} or {@link #LABELS}
     * @throws IntakeException when the first one said something else
     */
    Optional<Intake.Taken> answer(String kind, ModelState model, IdempotencyKey key, Instant now) {
        Request request = new Request(model.model().name(), kind, key.name());
        long horizon = model.labelHorizon(now.toEpochMilli());
        Optional<Answer> answer = Optional.ofNullable(recent.get(request))
                .or(() -> stored(request))
                .filter(it -> it.arrival() >= horizon);
        if (answer.filter(it -> it.fingerprint() != key.fingerprint()).isPresent()) {
            throw new IntakeException(
                    IntakeException.Kind.REUSED_KEY,
                    "This Idempotency-Key stands for a request with another body; give every request a key of its own,"
                            + " and send the same bytes again only to repeat one.",
                    Duration.ZERO);
        }
        return answer.map(Answer::taken);
    }

    /**
     * Remembers how the request behind an entry is answered.
     *
     * @param kind {@link #PREDICTIONS} or {@link #LABELS}
     * @param position behind the entry
     */
    void remember(String kind, Entry entry, Entry.Keyed keyed, long position) {
        recent.put(
                new Request(entry.model(), kind, keyed.key().name()),
                new Answer(entry.arrival(), keyed.key().fingerprint(), new Intake.Taken(position, keyed.rejections())));
    }

    /** Forgets all that a model's requests were answered. */
    void erase(String model) {
        recent.keySet().removeIf(request -> request.model().equals(model));
        erased.add(model);
    }

    /** Writes what has been answered since the last checkpoint. */
    void checkpoint(Changes changes) {
        erased.stream().map(model -> Keys.of(model).bytes()).forEach(model -> {
            changes.deleteRange(ANSWERS, model, Keys.after(model));
            changes.deleteRange(ARRIVALS, model, Keys.after(model));
        });
        recent.forEach((request, answer) -> {
            changes.put(ANSWERS, request.key(), bytes(answer));
            changes.put(ARRIVALS, request.key(answer.arrival()), new byte[0]);
        });
    }

    /** The checkpoint is in the store. */
    void checkpointed() {
        recent.clear();
        erased.clear();
    }

    /** Forgets what a model's requests of before {@code horizon} were answered, a part at a time. */
    void expire(String model, long horizon, Changes changes) {
        int[] left = {MOST_FORGOTTEN};
        byte[] first = Keys.of(model).bytes();
        store.scan(ARRIVALS, first, Keys.of(model).number(horizon).bytes(), (key, none) -> {
            changes.delete(ARRIVALS, key);
            forget(new KeyParts(key), changes);
            return --left[0] > 0;
        });
    }

    private Optional<Answer> stored(Request request) {
        return erased.contains(request.model())
                ? Optional.empty()
                : store.get(ANSWERS, request.key()).map(IdempotencyKeys::read);
    }

    /** A key that was used again after its horizon has a newer answer, which stays. */
    private void forget(KeyParts parts, Changes changes) {
        String model = parts.text();
        long arrival = parts.number();
        Request request = new Request(model, parts.text(), parts.text());
        boolean newer = recent.containsKey(request)
                || store.get(ANSWERS, request.key())
                        .filter(it -> read(it).arrival() > arrival)
                        .isPresent();
        if (!newer) {
            changes.delete(ANSWERS, request.key());
        }
    }

    private static byte[] bytes(Answer answer) {
        ByteWriter out = new ByteWriter()
                .whole(answer.arrival())
                .fixed(answer.fingerprint())
                .count(answer.taken().position());
        Rejections.write(answer.taken().rejections(), out);
        return out.toByteArray();
    }

    private static Answer read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return new Answer(in.whole(), in.fixed(), new Intake.Taken(in.count(), Rejections.read(in)));
    }
}
