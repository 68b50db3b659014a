package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.state.Changes;
import io.leeway.state.KeyParts;
import io.leeway.state.Keys;
import io.leeway.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where lanes' knowledge stands in the store, for the lanes that write it and the reporter that reads it. */
final class LaneStore {
    private LaneStore() {}

    /** The position up to which a lane has committed; 0 for a lane that never has. */
    static long position(Store store, int lane) {
        return store.get(Tables.LANES, Keys.of().number(lane).bytes())
                .map(bytes -> new ByteReader(bytes).count())
                .orElse(0L);
    }

    static void putPosition(Changes changes, int lane, long position) {
        changes.put(
                Tables.LANES,
                Keys.of().number(lane).bytes(),
                new ByteWriter().count(position).toByteArray());
    }

    /** All models of one lane. */
    static List<LaneModel> models(Store store, int lane) {
        List<LaneModel> models = new ArrayList<>();
        store.scan(Tables.LANE_MODELS, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            KeyParts parts = new KeyParts(key);
            String unused = parts.text();
            if (parts.number() == lane) {
                models.add(LaneModel.read(value));
            }
            return true;
        });
        return models;
    }

    /** What every lane that has met a model knows of it, by lane. */
    static Map<Integer, LaneModel> lanesOf(Store store, String model) {
        byte[] prefix = Keys.of(model).bytes();
        Map<Integer, LaneModel> lanes = new TreeMap<>();
        store.scan(Tables.LANE_MODELS, prefix, Keys.after(prefix), (key, value) -> {
            KeyParts parts = new KeyParts(key);
            String unused = parts.text();
            lanes.put((int) parts.number(), LaneModel.read(value));
            return true;
        });
        return lanes;
    }

    static void putModel(Changes changes, LaneModel model, int lane, byte[] token) {
        String name = model.definition().name();
        changes.put(Tables.LANE_MODELS, Keys.of(name).number(lane).bytes(), model.bytes());
        changes.put(Tables.TO_REPORT, Keys.of(name).bytes(), token);
    }

    /** A lane knows nothing of a model any more, since the entry at a position. */
    static void erase(Changes changes, String model, int lane, long position) {
        changes.delete(Tables.LANE_MODELS, Keys.of(model).number(lane).bytes());
        ModelErasures.begin(model, position, changes);
    }

    /** A {@link ModelBaseline} as it is stored. */
    static Optional<byte[]> baseline(Store store, String model, String id) {
        return store.get(Tables.BASELINES, Keys.of(model, id).bytes());
    }

    /** What a baseline says of a segment, likewise; empty where it has no row of it. */
    static Optional<byte[]> baseline(Store store, String model, String id, String segment) {
        return store.get(Tables.BASELINES, Keys.of(model, id, segment).bytes());
    }

    static void putBaseline(Changes changes, String model, SegmentedBaseline baseline) {
        String id = baseline.whole().baseline().id();
        changes.put(
                Tables.BASELINES, Keys.of(model, id).bytes(), baseline.whole().bytes());
        baseline.parts()
                .forEach((segment, part) -> changes.put(
                        Tables.BASELINES, Keys.of(model, id, segment).bytes(), part.bytes()));
    }
}
