package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.ReferenceRule;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a model's windows were compared with last, beside what its settings say now. Where they differ all windows that are
 * kept are compared anew, from their counts: no row is needed. How far that has come is noted, so that it goes on after a
 * crash; that it is through is noted in the last write.
 */
final class ChangedReferences {
    /** So many are looked up at a time, so that a log of years needs no more memory than one of a day. */
    private static final int TOGETHER = 1_000;

    private final Store store;
    private final byte[] model;
    private final byte[] underWay;
    private final byte[] now;
    private final Deque<byte[]> some = new ArrayDeque<>();
    private Optional<byte[]> from;

    ChangedReferences(Store store, KnownModel model) {
        String name = model.definition().name();
        this.store = store;
        this.model = Keys.of(name).bytes();
        this.underWay = Keys.of(name, "under way").bytes();
        this.now = bytes(model.definition().settings().watching().references());
        this.from = isChanged() || isUnderWay() ? begun().or(() -> Optional.of(this.model)) : Optional.empty();
    }

    /** The next window to compare anew; none as long as settings stay. */
    Optional<WindowKey> next() {
        if (some.isEmpty()) {
            from.ifPresent(this::lookUp);
        }
        Optional<byte[]> key = Optional.ofNullable(some.poll());
        key.ifPresent(it -> from = Optional.of(behind(it)));
        return key.map(ReportKeys::read);
    }

    /** Not through yet: notes where it stands. */
    void laidDown(Changes changes) {
        from.ifPresent(next -> changes.put(
                Tables.COMPARED,
                underWay,
                new ByteWriter().block(now).block(next).toByteArray()));
    }

    /** All are compared with what settings say. */
    void noted(Changes changes) {
        if (isUnderWay() || before().filter(texts -> Arrays.equals(texts, now)).isEmpty()) {
            changes.put(Tables.COMPARED, model, now);
            changes.delete(Tables.COMPARED, underWay);
        }
    }

    /** Whether some windows are compared with references that not all are: with those of now, or with others set meanwhile. */
    private boolean isUnderWay() {
        return store.get(Tables.COMPARED, underWay).isPresent();
    }

    /** Where it was laid down, if that was on the way to the same references. */
    private Optional<byte[]> begun() {
        return store.get(Tables.COMPARED, underWay)
                .map(ByteReader::new)
                .filter(in -> Arrays.equals(in.block(), now))
                .map(ByteReader::block);
    }

    private boolean isChanged() {
        return before().filter(texts -> !Arrays.equals(texts, now)).isPresent();
    }

    private Optional<byte[]> before() {
        return store.get(Tables.COMPARED, model);
    }

    private void lookUp(byte[] first) {
        store.scan(Tables.SUMMARIES, first, Keys.after(model), (key, summary) -> {
            some.add(key);
            return some.size() < TOGETHER;
        });
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
