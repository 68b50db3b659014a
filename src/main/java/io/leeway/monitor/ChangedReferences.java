package io.leeway.monitor;

import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.ReferenceRule;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a model's windows were compared with last, beside what its settings say now. Where they differ all windows that are
 * kept are compared anew, from their counts: no row is needed. That is noted in the last write, so cut short it begins again.
 */
final class ChangedReferences {
    /** So many are looked up at a time, so that a log of years needs no more memory than one of a day. */
    private static final int TOGETHER = 1_000;

    private final Store store;
    private final byte[] model;
    private final byte[] now;

    ChangedReferences(Store store, KnownModel model) {
        this.store = store;
        this.model = Keys.of(model.definition().name()).bytes();
        this.now = bytes(model.definition().settings().watching().references());
    }

    /** Shows every window to compare anew; none as long as settings stay. */
    void forEach(Consumer<WindowKey> visitor) {
        Optional<byte[]> from = isChanged() ? Optional.of(model) : Optional.empty();
        while (from.isPresent()) {
            List<byte[]> some = reported(from.get());
            some.forEach(key -> visitor.accept(ReportKeys.read(key)));
            from = some.size() < TOGETHER ? Optional.empty() : Optional.of(behind(some.get(TOGETHER - 1)));
        }
    }

    void noted(Changes changes) {
        if (before().filter(texts -> Arrays.equals(texts, now)).isEmpty()) {
            changes.put(Tables.COMPARED, model, now);
        }
    }

    private boolean isChanged() {
        return before().filter(texts -> !Arrays.equals(texts, now)).isPresent();
    }

    private Optional<byte[]> before() {
        return store.get(Tables.COMPARED, model);
    }

    private List<byte[]> reported(byte[] from) {
        List<byte[]> keys = new ArrayList<>();
        store.scan(Tables.SUMMARIES, from, Keys.after(model), (key, summary) -> {
            keys.add(key);
            return keys.size() < TOGETHER;
        });
        return keys;
    }

    /** The least key behind one. */
    private static byte[] behind(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    private static byte[] bytes(List<ReferenceRule> references) {
        ByteWriter out = new ByteWriter().count(references.size());
        references.forEach(reference -> out.text(reference.text()));
        return out.toByteArray();
    }
}
