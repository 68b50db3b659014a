package io.leeway.ingest;

import java.util.List;
import java.util.function.Function;

/** The reference sets of models, row by row: those in the store, and those that were decided on a moment ago. */
final class ReferenceSets {
    private final Function<String, Entry.Reference> stored;

    /**
     * Reference sets.
     *
     * @param stored finds one that has been journalled, by its id
     */
    ReferenceSets(Function<String, Entry.Reference> stored) {
        this.stored = stored;
    }

    /**
     * All that a model has, that for all versions first.
     *
     * @param staged entries that are not in the journal yet
     */
    List<Entry.Reference> of(ModelState model, List<Entry> staged) {
        return model.references().values().stream().map(id -> find(id, staged)).toList();
    }

    private Entry.Reference find(String id, List<Entry> staged) {
        return staged.stream()
                .filter(Entry.BaselineSet.class::isInstance)
                .map(entry -> ((Entry.BaselineSet) entry).reference())
                .filter(reference -> reference.id().equals(id))
                .findFirst()
                .orElseGet(() -> stored.apply(id));
    }
}
