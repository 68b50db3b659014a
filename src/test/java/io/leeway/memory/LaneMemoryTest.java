package io.leeway.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.Effort;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import io.leeway.event.IdColumn;
import io.leeway.state.Changes;
import io.leeway.state.HeapStore;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered of ids, held against a plain map through commits, crashes, merges and sweeps. */
class LaneMemoryTest {
    private static final int[] ALL = IntStream.range(0, IdKey.BUCKETS).toArray();
    private static final long PLENTY = 1L << 30;

    private final HeapStore store = new HeapStore();
    private LaneMemory memory = open(PLENTY);
    private long horizon = Long.MIN_VALUE;

    static LongStream seeds() {
        return LongStream.range(0, Effort.times(12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasPutAndCommittedIsFoundWhateverHappensBetween(long seed) {
        Random random = new Random(seed);
        Map<String, String> committed = new HashMap<>();
        Map<String, String> now = new HashMap<>();
        for (int step = 0; step < 1_500; step++) {
            switch (random.nextInt(12)) {
                case 0 -> {
                    commit();
                    committed = new HashMap<>(now);
                }
                case 1 -> memory.settle();
                case 2 -> {
                    memory = open(random.nextBoolean() ? PLENTY : 0);
                    now = new HashMap<>(committed);
                }
                case 3 -> {
                    Changes lost = new Changes();
                    memory.commit(lost);
                }
                default -> {
                    String id = "id-" + random.nextInt(300);
                    put(id, "value " + step, step);
                    now.put(id, "value " + step);
                }
            }
        }
        for (int id = 0; id < 400; id++) {
            assertThat(found("id-" + id)).as("seed %d, id %d", seed, id).isEqualTo(now.getOrDefault("id-" + id, ""));
        }
    }

    @Test
    void onlyTheNewestOfAnIdStaysOnceAllIsTidy() {
        for (int round = 0; round < 64; round++) {
            for (int id = 0; id < 50; id++) {
                put("id-" + id, "round " + round, round);
            }
            memory.settle();
            tidy();
        }
        assertThat(RememberedIds.in(store)).isEqualTo(50);
    }

    @Test
    void aLookUpAsksFewSegments() {
        List<String> ofOneBucket = IntStream.iterate(0, id -> id + 1)
                .mapToObj(id -> "id-" + id)
                .filter(id -> key(id).bucket() == 0)
                .limit(64)
                .toList();
        ofOneBucket.forEach(id -> {
            put(id, "value", 1);
            memory.settle();
            tidy();
        });
        assertThat(segments()).isEqualTo(1);
        assertThat(ofOneBucket).allSatisfy(id -> assertThat(found(id)).isEqualTo("value"));
    }

    @Test
    void whatHasExpiredLeavesTheStoreAndTheRestStays() {
        for (int id = 0; id < 1_000; id++) {
            put("id-" + id, "value", id);
            if (id % 100 == 99) {
                memory.settle();
                commit();
            }
        }
        horizon = 900;
        memory.sweep(horizons());
        tidy();
        assertThat(RememberedIds.in(store)).isEqualTo(100);
        assertThat(found("id-899")).isEmpty();
        assertThat(found("id-900")).isEqualTo("value");
    }

    @Test
    void whatIsStillWantedIsLeftWhereItStands() {
        put("id", "value", 1_000);
        memory.settle();
        tidy();
        horizon = 500;
        Changes changes = new Changes();
        memory.sweep(horizons());
        memory.commit(changes);
        assertThat(changes.isEmpty()).isTrue();
    }

    @Test
    void whatIsErasedStandsNowhereOnceAllIsTidy() {
        put("id", "secret", 1);
        memory.settle();
        tidy();
        put("id", "nothing", 1);
        memory.erase(key("id"));
        tidy();
        assertThat(RememberedIds.in(store)).isEqualTo(1);
        assertThat(found("id")).isEqualTo("nothing");
    }

    @Test
    void whatIsErasedIsSoThoughTheServiceStopsInBetween() {
        put("id", "secret", 1);
        memory.settle();
        tidy();
        put("id", "nothing", 1);
        memory.erase(key("id"));
        commit();
        memory = open(PLENTY);
        tidy();
        assertThat(RememberedIds.in(store)).isEqualTo(1);
    }

    @Test
    void segmentsOfTheFormerFormAreRefusedAndNotMisread() {
        Changes changes = new Changes();
        changes.put(
                Tables.SEGMENTS,
                Tables.key(3, 0),
                new ByteWriter().octet(1).count(3).toByteArray());
        store.commit(changes);
        assertThatThrownBy(() -> open(PLENTY))
                .isInstanceOf(MalformedBytesException.class)
                .hasMessageContaining("begin with an empty data folder");
    }

    @Test
    void anotherNumberOfLanesFindsWhatWasSettled() {
        for (int id = 0; id < 500; id++) {
            put("id-" + id, "value " + id, id);
        }
        memory.settle();
        commit();
        LaneMemory odd = new LaneMemory(
                store, 1, IntStream.of(ALL).filter(bucket -> bucket % 2 == 1).toArray(), PLENTY);
        LaneMemory even = new LaneMemory(
                store, 0, IntStream.of(ALL).filter(bucket -> bucket % 2 == 0).toArray(), PLENTY);
        for (int id = 0; id < 500; id++) {
            IdKey key = key("id-" + id);
            LaneMemory owner = key.bucket() % 2 == 1 ? odd : even;
            assertThat(owner.find(key)).isPresent();
        }
    }

    @Test
    void twoModelsMayUseTheSameId() {
        IdKey one = IdKey.of(1, IdColumn.of("id"), 0);
        IdKey other = IdKey.of(2, IdColumn.of("id"), 0);
        memory.put(one, 0, new ByteWriter().octet(1));
        assertThat(memory.find(other)).isEmpty();
        assertThat(one.bucket()).isEqualTo(other.bucket());
    }

    private LaneMemory open(long filterBytes) {
        return new LaneMemory(store, 0, ALL, filterBytes);
    }

    private void put(String id, String value, long arrival) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        memory.put(key(id), arrival, new ByteWriter().raw(bytes, 0, bytes.length));
    }

    private String found(String id) {
        return memory.find(key(id))
                .map(held -> new String(held.value(), StandardCharsets.UTF_8))
                .orElse("");
    }

    private void commit() {
        Changes changes = new Changes();
        memory.commit(changes);
        store.commit(changes);
        memory.committed();
    }

    private void tidy() {
        do {
            commit();
        } while (memory.untidy());
    }

    private int segments() {
        int[] segments = new int[1];
        store.scan(Tables.SEGMENTS, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            segments[0]++;
            return true;
        });
        return segments[0];
    }

    private Horizons horizons() {
        return new Horizons() {
            @Override
            public long of(long model) {
                return horizon;
            }

            @Override
            public long latest() {
                return horizon;
            }
        };
    }

    private static IdKey key(String text) {
        return IdKey.of(7, IdColumn.of(text), 0);
    }
}
