package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.WindowSize;
import io.leeway.event.BatchBuilder;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the beginning of a silence is found. */
class SilencesTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void aVersionWithoutARowInAMonthIsLookedForOnceAndNothingIsExpectedOfIt() {
        post("2", 0);
        post("1", 40);
        Scans scans = new Scans(clockwork.store());
        Silence silence = silence("2", MONDAY.plus(Duration.ofDays(40)), scans);
        assertThat(silence.last()).isEmpty();
        assertThat(silence.missed()).isEmpty();
        assertThat(scans.count).as("its window, and the month before").isEqualTo(2);
    }

    @Test
    void theNewestRowOfAMonthEndsTheSilenceBeforeIt() {
        post("2", 0);
        post("2", 10);
        post("1", 40);
        Instant last = MONDAY.plus(Duration.ofDays(10)).plusSeconds(1);
        Instant end = MONDAY.plus(Duration.ofDays(39));
        assertThat(silence("2", end, clockwork.store()).last()).contains(last);
        assertThat(silence(WindowKey.ALL_VERSIONS, end, clockwork.store()).last())
                .contains(last);
    }

    private Silence silence(String version, Instant end, Store store) {
        KnownModel model = clockwork.known(Rows.MODEL);
        WindowKey key = new WindowKey(
                Rows.MODEL, version, WindowKey.WHOLE, WindowSize.HOUR, end.minus(WindowSize.HOUR.duration()));
        return new Silences().at(key, end, model, new WindowSums(store, model));
    }

    private void post(String version, int day) {
        BatchBuilder batch = new BatchBuilder(Rows.MODEL);
        batch.id(version + "-" + day);
        batch.timestamp(MONDAY.plus(Duration.ofDays(day)).plusSeconds(1).toEpochMilli());
        batch.version(version);
        batch.predictionNumber(1);
        batch.score(0.75);
        batch.keep();
        clockwork.predictions(batch.build());
        clockwork.report();
    }

    /** Counts the scans of a store. */
    private static final class Scans implements Store {
        private final Store store;
        private int count;

        Scans(Store store) {
            this.store = store;
        }

        @Override
        public Optional<byte[]> get(Table table, byte[] key) {
            return store.get(table, key);
        }

        @Override
        public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
            count++;
            store.scan(table, from, to, visitor);
        }

        @Override
        public void commit(Changes changes) throws StoreException {
            store.commit(changes);
        }

        @Override
        public void sync() throws StoreException {
            store.sync();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
