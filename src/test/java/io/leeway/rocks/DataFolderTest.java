package io.leeway.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.ingest.Journal;
import io.leeway.segments.SegmentJournal;
import io.leeway.state.Store;
import io.leeway.state.StoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void aSecondServiceIsRefused() throws IOException {
        Path path = temporary.resolve("new").resolve("data");
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.state()).isEqualTo(path.resolve("state"));
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is used by another Leeway");
        }
    }

    @Test
    void aClosedFolderCanBeTakenAgain() throws IOException {
        DataFolder first = DataFolder.open(temporary);
        first.close();
        first.close();
        DataFolder.open(temporary).close();
    }

    @Test
    void whatAKilledProcessAcknowledgedIsThere() throws Exception {
        int acknowledged = 200;
        KilledProcess.run(temporary, acknowledged);
        try (DataFolder folder = DataFolder.open(temporary);
                Store store = RocksStore.open(folder.state(), StoreContract.TABLES);
                Journal journal = SegmentJournal.open(folder.journal())) {
            List<String> entries = entries(journal);
            assertThat(entries).hasSizeGreaterThanOrEqualTo(2 * acknowledged);
            for (int number = 1; number <= acknowledged; number++) {
                byte[] bytes = String.valueOf(number).getBytes(UTF_8);
                assertThat(entries.get(2 * number - 1)).isEqualTo(String.valueOf(number));
                for (var table : StoreContract.TABLES) {
                    assertThat(store.get(table, bytes)).hasValue(bytes);
                }
            }
        }
    }

    @Test
    void noAppendAndNoCommitIsThereByHalves() throws Exception {
        KilledProcess.run(temporary, 50);
        try (Store store = RocksStore.open(temporary.resolve("state"), StoreContract.TABLES);
                Journal journal = SegmentJournal.open(temporary.resolve("journal"))) {
            assertThat(journal.end()).isEven();
            assertThat(keys(store, 0)).isEqualTo(keys(store, 1));
        }
    }

    private static List<String> entries(Journal journal) {
        List<String> entries = new ArrayList<>();
        journal.read(0, (position, entry) -> entries.add(new String(entry, UTF_8)));
        return entries;
    }

    private static List<String> keys(Store store, int table) {
        List<String> keys = new ArrayList<>();
        store.scan(
                StoreContract.TABLES.get(table),
                new byte[] {0},
                new byte[] {(byte) 255},
                (key, value) -> keys.add(new String(key, UTF_8)));
        return keys;
    }
}
