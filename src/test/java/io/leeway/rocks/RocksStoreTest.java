package io.leeway.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.state.Changes;
import io.leeway.state.Store;
import io.leeway.state.StoreContract;
import io.leeway.state.StoreException;
import io.leeway.state.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class RocksStoreTest implements StoreContract {
    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = RocksStore.open(folder.resolve("state"), TABLES);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Test
    void aCommitOverSeveralTablesIsThereAfterReopening() {
        commit("kept");
        store.sync();
        store.close();
        open();
        assertThat(store.get(FRUIT, bytes("key"))).hasValue(bytes("kept"));
        assertThat(store.get(STONES, bytes("key"))).hasValue(bytes("kept"));
    }

    @Test
    void aTableMayBeAddedByALaterRelease() {
        commit("kept");
        store.close();
        Table added = new Table("added");
        store = RocksStore.open(folder.resolve("state"), List.of(added, STONES, FRUIT));
        assertThat(store.get(FRUIT, bytes("key"))).hasValue(bytes("kept"));
        assertThat(store.get(added, bytes("key"))).isEmpty();
    }

    @Test
    void aTableNobodyDeclaredIsRefusedByName() {
        store.close();
        assertThatThrownBy(() -> RocksStore.open(folder.resolve("state"), List.of(FRUIT)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("tables this release does not know (stones)");
    }

    @Test
    void usingATableNobodyDeclaredIsAMistake() {
        assertThatThrownBy(() -> store.get(new Table("nobody"), bytes("key")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void aFolderInUseIsRefused() {
        assertThatThrownBy(() -> RocksStore.open(folder.resolve("state"), TABLES))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("used by another process");
    }

    @Test
    void aFlippedBitInTheLogIsAnErrorAndNotASilentLoss() throws Exception {
        for (int i = 0; i < 100; i++) {
            commit("value " + i);
        }
        store.close();
        Logs.flipABitInTheMiddle(folder.resolve("state"));
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("is damaged");
    }

    @Test
    void aTornEndOfTheLogCostsOnlyTheCommitThatWasBeingWritten() throws Exception {
        commit("first");
        commit("second");
        store.close();
        Logs.cutTheEnd(folder.resolve("state"));
        open();
        assertThat(store.get(FRUIT, bytes("key"))).hasValue(bytes("first"));
        assertThat(store.get(STONES, bytes("key"))).hasValue(bytes("first"));
    }

    @Test
    void closingFromInsideAScanIsRefused() {
        commit("value");
        assertThatThrownBy(() -> store.scan(FRUIT, bytes("a"), bytes("z"), (key, value) -> {
                    store.close();
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a scan");
    }

    @Test
    void noSpaceLeftIsTold() {
        RocksDBException noSpace = new RocksDBException(
                "write", new Status(Status.Code.IOError, Status.SubCode.NoSpace, "No space left on device"));
        RocksDBException other = new RocksDBException(
                "write", new Status(Status.Code.IOError, Status.SubCode.None, "Input/output error"));
        assertThat(Failures.of("write", noSpace).full()).isTrue();
        assertThat(Failures.of("write", noSpace)).hasMessage("cannot write: the disk is full");
        assertThat(Failures.of("write", other).full()).isFalse();
    }

    private void commit(String value) {
        Changes changes = new Changes();
        TABLES.forEach(table -> changes.put(table, bytes("key"), bytes(value)));
        store.commit(changes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
