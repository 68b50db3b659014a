package io.leeway.ingest;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import io.leeway.state.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the {@link Sequencer}'s knowledge rests between runs: each model's state, its reference sets (kept because new
 * settings read them again), answers to requests that may be sent again, and the position up to which entries are in it.
 */
public final class SequencerStore {
    /** Each model's {@link ModelState}, by name. */
    static final Table MODELS = new Table("sequencer-models");
    /** Journal entries of reference sets, by their id. */
    static final Table REFERENCES = new Table("references");
    /** The position of the last checkpoint, and under "erasing" and their names models of which something may be left. */
    static final Table POSITION = new Table("sequencer");

    private static final byte[] POSITION_KEY = Keys.of("position").bytes();

    private static final byte[] ERASING = Keys.of("erasing").bytes();

    private static final byte[] FIRST = {};
    private static final byte[] LAST = {(byte) 0xFF};

    private final Store store;
    private final IdempotencyKeys keys;
    /** Reference sets behind the last checkpoint, by id. */
    private final Map<String, Entry.BaselineSet> recent = new TreeMap<>();

    /** All of its tables, for whoever opens the store. */
    public static List<Table> tables() {
        return Stream.concat(Stream.of(MODELS, REFERENCES, POSITION), IdempotencyKeys.tables().stream())
                .toList();
    }

    public SequencerStore(Store store) {
        this.store = store;
        this.keys = new IdempotencyKeys(store);
    }

    /**
     * A sequencer as of the last checkpoint, with the journal behind it replayed.
     *
     * @param pseudonyms of the data folder
     * @throws MissingEntriesException when the journal does not go on where the checkpoint was taken
     */
    public Sequencer recover(Journal journal, Pseudonyms pseudonyms) {
        recent.clear();
        keys.checkpointed();
        MissingEntriesException.check(journal, "the sequencer", position());
        Map<String, ModelState> models = new TreeMap<>();
        store.scan(MODELS, FIRST, LAST, (key, value) -> {
            ModelState state = ModelState.read(value);
            models.put(state.model().name(), state);
            return true;
        });
        Ledger ledger = new Ledger(models, erasing(), position(), keys);
        journal.read(position(), (at, bytes) -> {
            Entry entry = EntryForm.read(bytes);
            keep(entry);
            ledger.apply(entry);
        });
        dropUnused(ledger.models().values());
        return new Sequencer(ledger, this::reference, keys, pseudonyms);
    }

    /** The position of the last checkpoint: the journal is needed from there on. */
    public long position() {
        return store.get(POSITION, POSITION_KEY)
                .map(bytes -> new ByteReader(bytes).count())
                .orElse(0L);
    }

    /** What must be known of an entry that stands in the journal now: a reference set, which later settings may need. */
    public void keep(Entry entry) {
        if (entry instanceof Entry.BaselineSet set) {
            recent.put(set.reference().id(), set);
        }
    }

    /**
     * Writes what the sequencer knows; all its staged entries must be in the journal. Reference sets that were replaced
     * go: no later settings read them. Where the store does not take it, it may be asked for again.
     */
    public void checkpoint(Sequencer sequencer, Instant now) {
        if (sequencer.position() == position()) {
            return;
        }
        Ledger ledger = sequencer.ledger();
        Changes changes = new Changes();
        ledger.models().forEach((name, state) -> {
            changes.put(MODELS, Keys.of(name).bytes(), state.bytes());
            keys.expire(name, state.labelHorizon(now.toEpochMilli()), changes);
        });
        List<String> erased = sequencer.erased();
        erasing(ledger, erased, changes);
        keys.checkpoint(changes);
        recent.forEach((id, set) -> changes.put(REFERENCES, Keys.of(id).bytes(), EntryForm.bytes(set)));
        ledger.replaced().forEach(id -> changes.delete(REFERENCES, Keys.of(id).bytes()));
        changes.put(
                POSITION,
                POSITION_KEY,
                new ByteWriter().count(sequencer.position()).toByteArray());
        store.commit(changes);
        recent.clear();
        keys.checkpointed();
        ledger.checkpointed();
        ledger.erased(erased);
    }

    /**
     * Writes what the sequencer knows and gives back the journal that nobody needs any more: what the sequencer and every
     * lane have committed, once those commits survive the loss of power. The order of the three steps is what makes it
     * safe.
     *
     * @param committed the position up to which every lane has committed
     */
    public void checkpoint(Sequencer sequencer, Instant now, long committed, Journal journal) {
        checkpoint(sequencer, now);
        store.sync();
        journal.forgetBefore(Math.min(committed, position()));
    }

    private Map<String, Long> erasing() {
        Map<String, Long> erasing = new TreeMap<>();
        store.scan(POSITION, ERASING, Keys.after(ERASING), (key, value) -> {
            KeyParts parts = new KeyParts(key);
            String unused = parts.text();
            erasing.put(parts.text(), new ByteReader(value).count());
            return true;
        });
        return erasing;
    }

    private static void erasing(Ledger ledger, List<String> erased, Changes changes) {
        changes.deleteRange(POSITION, ERASING, Keys.after(ERASING));
        ledger.erasing().forEach((model, position) -> {
            changes.delete(MODELS, Keys.of(model).bytes());
            if (!erased.contains(model)) {
                changes.put(
                        POSITION,
                        Keys.of("erasing", model).bytes(),
                        new ByteWriter().count(position).toByteArray());
            }
        });
    }

    private Entry.Reference reference(String id) {
        return Optional.ofNullable(recent.get(id))
                .or(() -> store.get(REFERENCES, Keys.of(id).bytes())
                        .map(EntryForm::read)
                        .map(Entry.BaselineSet.class::cast))
                .orElseThrow(() -> new IllegalStateException("the reference set " + id + " is not in the store"))
                .reference();
    }

    private void dropUnused(Collection<ModelState> models) {
        Set<String> used = new HashSet<>();
        models.forEach(state -> used.addAll(state.references().values()));
        Changes changes = new Changes();
        store.scan(REFERENCES, FIRST, LAST, (key, value) -> {
            Entry.BaselineSet set = (Entry.BaselineSet) EntryForm.read(value);
            if (!used.contains(set.reference().id())) {
                changes.delete(REFERENCES, key);
            }
            return true;
        });
        if (!changes.isEmpty()) {
            store.commit(changes);
        }
    }
}
