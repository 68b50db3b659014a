package io.leeway.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the journal's writer knows: a function of the entries, since the same {@link Entry.Handler} applies them when they
 * are staged and when they are replayed. One thread.
 */
final class Ledger {
    private final Map<String, ModelState> models;
    /** Models that were to be erased and that no entry has named since, with the position of the one that said so. */
    private final Map<String, Long> erasing;

    private final IdempotencyKeys keys;
    private final Applying applying = new Applying();
    private final List<String> replaced = new ArrayList<>();
    private List<Entry> staged = new ArrayList<>();
    private long next;

    /**
     * The ledger as it was when its checkpoint was taken.
     *
     * @param models by name
     * @param erasing see {@link #erasing}
     * @param next the position of the next entry
     */
    Ledger(Map<String, ModelState> models, Map<String, Long> erasing, long next, IdempotencyKeys keys) {
        this.models = new TreeMap<>(models);
        this.erasing = new TreeMap<>(erasing);
        this.next = next;
        this.keys = keys;
    }

    /** Learns from an entry that stands in the journal. */
    void apply(Entry entry) {
        entry.handle(applying);
        next++;
    }

    /** Learns from an entry that is to be appended. */
    void stage(Entry entry) {
        apply(entry);
        staged.add(entry);
    }

    /** Entries that are to be appended. */
    List<Entry> staged() {
        return Collections.unmodifiableList(staged);
    }

    /** The same, which are the caller's from now on. */
    List<Entry> takeStaged() {
        List<Entry> taken = staged;
        staged = new ArrayList<>();
        return taken;
    }

    /** The position behind all entries. */
    long position() {
        return next;
    }

    Map<String, ModelState> models() {
        return Collections.unmodifiableMap(models);
    }

    /** The model of that name, a new one if there is none: then all of an older one is erased. */
    ModelState state(String model) {
        erasing.remove(model);
        return models.computeIfAbsent(model, ModelState::new);
    }

    /** Models that were to be erased and may not be yet, with the position of the entry that said so. */
    Map<String, Long> erasing() {
        return Collections.unmodifiableMap(erasing);
    }

    /** These models are erased. */
    void erased(Collection<String> done) {
        erasing.keySet().removeAll(done);
    }

    /** The reference sets that nobody has needed any more since {@link #checkpointed}. */
    List<String> replaced() {
        return List.copyOf(replaced);
    }

    /** All of it is in the store. */
    void checkpointed() {
        replaced.clear();
    }

    /** What each kind of entry teaches. */
    private final class Applying implements Entry.Handler {
        @Override
        public void predictions(Entry.Predictions entry) {
            ModelState state = state(entry.model());
            state.arrived(entry);
            entry.keyed().ifPresent(keyed -> keys.remember(IdempotencyKeys.PREDICTIONS, entry, keyed, next + 1));
        }

        @Override
        public void truth(Entry.Truth entry) {
            state(entry.model()).labelled(entry);
            entry.keyed().ifPresent(keyed -> keys.remember(IdempotencyKeys.LABELS, entry, keyed, next + 1));
        }

        @Override
        public void modelChanged(Entry.ModelChanged entry) {
            state(entry.model()).changed(entry.definition());
        }

        @Override
        public void baselineSet(Entry.BaselineSet entry) {
            state(entry.model()).referenced(entry.reference()).ifPresent(replaced::add);
        }

        @Override
        public void tick(Entry.Tick entry) {
            state(entry.model()).ticked(entry);
        }

        @Override
        public void forgotten(Entry.Forgotten entry) {
            state(entry.model()).forgotten(entry);
        }

        @Override
        public void erased(Entry.Erased entry) {
            replaced.addAll(state(entry.model()).references().values());
            models.remove(entry.model());
            keys.erase(entry.model());
            erasing.put(entry.model(), next);
        }
    }
}
