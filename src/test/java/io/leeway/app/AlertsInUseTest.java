package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.files.Watched;
import io.leeway.notify.SortedStore;
import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsInUseTest {
    private static final String RECEIVERS = """
        version: 1
        mail: {from: leeway@example.org, message_id_domain: example.org}
        receivers: {on-call: {email: [a@example.org]}}
        """;

    private final FullAtTimes store = new FullAtTimes();
    private int told;

    @TempDir
    private Path folder;

    @Test
    void whatTheStoreDidNotTakeIsTriedAgainUntilItDoes() throws Exception {
        Files.writeString(folder.resolve("receivers.yml"), RECEIVERS);
        AlertsInUse alerts = alerts();
        Watched watched = alerts.watch(folder, news());
        Files.copy(Path.of("alerts/drift.yml"), folder.resolve("drift.yml"));
        store.full = true;
        assertThat(watched.look()).as("not settled yet").isEqualTo(Watched.Look.SAME);
        assertThat(watched.look()).isEqualTo(Watched.Look.BROKEN);
        assertThat(watched.trouble())
                .hasValueSatisfying(why -> assertThat(why).startsWith("the store does not take the alert files: "));
        assertThat(alerts.get().rules()).as("those of before go on").isEmpty();

        store.full = false;
        assertThat(watched.look()).as("looked at anew").isEqualTo(Watched.Look.SAME);
        assertThat(watched.look()).isEqualTo(Watched.Look.REPLACED);
        assertThat(watched.trouble()).isEmpty();
        assertThat(alerts.get().rules()).isNotEmpty();
        assertThat(told).as("at the beginning, and now").isEqualTo(2);
    }

    @Test
    void aFolderThatIsGoneAtTheStartLeavesThoseThatWereLastInUse() throws Exception {
        Files.writeString(folder.resolve("receivers.yml"), RECEIVERS);
        assertThat(alerts().watch(folder, news()).trouble()).isEmpty();
        Files.delete(folder.resolve("receivers.yml"));
        Files.delete(folder);
        assertThat(alerts().get().receivers().mail().from()).isEqualTo("leeway@example.org");
    }

    private AlertsInUse alerts() throws Exception {
        Settings settings = Settings.embedded(folder.resolve("data"), 0).withAlerts(folder);
        return AlertsInUse.open(settings, new KeptAlerts(store));
    }

    private AlertNews news() {
        return new AlertNews(
                store,
                () -> {
                    throw new AssertionError("nothing is to be told by mail");
                },
                InstantSource.system(),
                () -> told++);
    }

    /** A store whose disk is full at times. */
    private static final class FullAtTimes implements Store {
        private final SortedStore disk = new SortedStore();
        private boolean full;

        @Override
        public Optional<byte[]> get(Table table, byte[] key) {
            return disk.get(table, key);
        }

        @Override
        public void scan(Table table, byte[] from, byte[] to, Visitor visitor) {
            disk.scan(table, from, to, visitor);
        }

        @Override
        public void commit(Changes changes) {
            if (full) {
                throw new StoreException("the disk is full", true, new IOException("No space left on device"));
            }
            disk.commit(changes);
        }

        @Override
        public void sync() {}

        @Override
        public void close() {}
    }
}
