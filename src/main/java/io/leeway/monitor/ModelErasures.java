package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.WindowSize;
import io.leeway.ingest.Erasures;
import io.leeway.series.Measurement;
import io.leeway.series.Vocabulary;
import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Models on their way out. Each lane drops what it knows in the commit behind the journal's entry and lists the model for
 * the reporter; once all lanes have, the reporter deletes every row of it and lists it for the rules; these end its incidents,
 * delete what they marked, which may be later than the reporter's part, and list it for the series. Each does its part and
 * passes it on in one write. Wherever a crash comes, a list still says what is left to do, and to do it twice changes
 * nothing. New rows of that name wait until no list names it.
 */
public final class ModelErasures implements Erasures {
    /** Tables whose keys begin with the model. */
    private static final List<Table> BY_MODEL = List.of(
            Tables.PARTIALS,
            Tables.LANE_MODELS,
            Tables.BASELINES,
            Tables.TO_REPORT,
            Tables.LABEL_HOURS,
            Tables.TO_DETECT,
            Tables.DETECTIONS,
            Tables.COMPARED,
            Tables.REPORTED,
            Tables.DROPPED,
            Tables.REPORTS,
            Tables.SUMMARIES,
            Tables.TO_STORE,
            Tables.TO_JUDGE,
            Tables.BACK_CHECKS,
            Tables.DEPLOYMENTS);

    private final Store store;
    private final int lanes;

    public ModelErasures(Store store, int lanes) {
        this.store = store;
        this.lanes = lanes;
    }

    /** Who has to erase something. */
    public enum Hand {
        REPORTER("reporter"),
        RULES("rules"),
        SERIES("series");

        private final String text;

        Hand(String text) {
            this.text = text;
        }

        private byte[] key() {
            return Keys.of(text).bytes();
        }

        private byte[] key(String model) {
            return Keys.of(text, model).bytes();
        }
    }

    /** A lane knows nothing of it any more. */
    static void begin(String model, long position, Changes changes) {
        put(Hand.REPORTER, model, position, changes);
    }

    /** The models that every lane has erased and the reporter has not. */
    List<String> due(long committed) {
        Map<String, Long> due = listed(store, Hand.REPORTER);
        due.values().removeIf(position -> position >= committed);
        return List.copyOf(due.keySet());
    }

    /** The reporter's part. */
    void erase(String model) {
        long position = listed(store, Hand.REPORTER).getOrDefault(model, 0L);
        Changes changes = new Changes();
        BY_MODEL.forEach(table -> delete(table, Keys.of(model), changes));
        for (Measurement kind : Vocabulary.measurements()) {
            Stream.of(WindowSize.values())
                    .forEach(size -> delete(Tables.FACTS_TO_JUDGE, Keys.of(kind.name(), size.text(), model), changes));
        }
        put(Hand.RULES, model, position, changes);
        done(Hand.REPORTER, model, changes);
        store.commit(changes);
    }

    /** The rules mark nothing of it any more: with what they do about it themselves, in the same write. */
    public static void judged(String model, Store store, Changes changes) {
        for (Measurement kind : Vocabulary.measurements()) {
            delete(Tables.OWED_POINTS, Keys.of(kind.name(), model), changes);
            delete(Tables.MARKS, Keys.of(kind.name(), model), changes);
        }
        put(Hand.SERIES, model, listed(store, Hand.RULES).getOrDefault(model, 0L), changes);
        done(Hand.RULES, model, changes);
    }

    /** The series hold no point of it any more, which is the last there is to do. */
    static void dropped(String model, Changes changes) {
        done(Hand.SERIES, model, changes);
    }

    /** The models that somebody still has to erase. */
    public static List<String> of(Hand hand, Store store) {
        return List.copyOf(listed(store, hand).keySet());
    }

    private static void done(Hand hand, String model, Changes changes) {
        changes.delete(Tables.ERASURES, hand.key(model));
    }

    /**
     * Survives the loss of power when it says so: rows that are let in by it stand in the journal before the next sync of
     * the store, and must never be found there beside a model that is still to be erased.
     */
    @Override
    public boolean done(String model, long position) {
        boolean done = isDone(model, position);
        if (done) {
            store.sync();
        }
        return done;
    }

    private boolean isDone(String model, long position) {
        return IntStream.range(0, lanes).allMatch(lane -> LaneStore.position(store, lane) > position)
                && Stream.of(Hand.values())
                        .allMatch(hand ->
                                store.get(Tables.ERASURES, hand.key(model)).isEmpty());
    }

    private static Map<String, Long> listed(Store store, Hand hand) {
        Map<String, Long> listed = new TreeMap<>();
        store.scan(Tables.ERASURES, hand.key(), Keys.after(hand.key()), (key, value) -> {
            KeyParts parts = new KeyParts(key);
            String unused = parts.text();
            listed.put(parts.text(), new ByteReader(value).count());
            return true;
        });
        return listed;
    }

    private static void put(Hand hand, String model, long position, Changes changes) {
        changes.put(
                Tables.ERASURES,
                hand.key(model),
                new ByteWriter().count(position).toByteArray());
    }

    private static void delete(Table table, Keys prefix, Changes changes) {
        byte[] from = prefix.bytes();
        changes.deleteRange(table, from, Keys.after(from));
    }
}
