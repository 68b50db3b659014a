package io.leeway.rocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.bytes.MalformedBytesException;
import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalContract;
import io.leeway.ingest.JournalException;
import io.leeway.state.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

class RocksJournalTest implements JournalContract {
    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = RocksJournal.open(folder);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Test
    void entriesAndPositionsOutliveReopening() throws JournalException {
        append("a", "b", "c");
        journal.forgetBefore(1);
        reopen();
        assertThat(journal.start()).isEqualTo(1);
        assertThat(journal.end()).isEqualTo(3);
        append("d");
        assertThat(from(1)).containsExactly("1 b", "2 c", "3 d");
    }

    @Test
    void aJournalWhollyForgottenRemembersItsEnd() throws JournalException {
        append("a", "b");
        journal.forgetBefore(2);
        reopen();
        assertThat(journal.start()).isEqualTo(2);
        assertThat(journal.end()).isEqualTo(2);
        append("c");
        assertThat(from(2)).containsExactly("2 c");
    }

    @Test
    void anEntryWithAWrongChecksumIsNotShown() throws Exception {
        append("a", "b", "c");
        inside(database -> database.use(rocks -> {
            rocks.put(JournalEntry.key(1), JournalEntry.seal(2, "b".getBytes(UTF_8)));
            return true;
        }));
        assertThatThrownBy(() -> from(0))
                .isInstanceOf(MalformedBytesException.class)
                .hasMessageContaining("entry 1 of the journal in " + folder)
                .hasMessageContaining("checksum");
    }

    @Test
    void anEntryThatIsMissingIsNotPassedOver() throws Exception {
        append("a", "b", "c");
        inside(database -> database.use(rocks -> {
            rocks.delete(JournalEntry.key(1));
            return true;
        }));
        assertThatThrownBy(() -> from(0))
                .isInstanceOf(MalformedBytesException.class)
                .hasMessageContaining("entry 1")
                .hasMessageContaining("missing");
    }

    @Test
    void aFlippedBitInTheLogIsAnErrorAndNotASilentLoss() throws Exception {
        for (int i = 0; i < 100; i++) {
            append("entry ".repeat(100));
        }
        journal.close();
        Logs.flipABitInTheMiddle(folder);
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("is damaged");
    }

    @Test
    void aTornAppendLeavesNothingBehind() throws Exception {
        append("a");
        append("b", "c");
        journal.close();
        Logs.cutTheEnd(folder);
        open();
        assertThat(journal.end()).isEqualTo(1);
        append("d");
        assertThat(from(0)).containsExactly("0 a", "1 d");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the size of a process's files is limited by ulimit")
    void afterAFailedWriteNothingIsTakenUntilItIsOpenedAgain() throws Exception {
        journal.close();
        List<String> told = LimitedProcess.run(folder);
        assertThat(told).hasSize(3);
        assertThat(told.get(1)).startsWith("cannot write the journal in " + folder);
        assertThat(told.get(2)).contains("closed after a failed write until the service starts again");
        open();
        assertThat(journal.end()).isGreaterThanOrEqualTo(Long.parseLong(told.get(0)));
        append("d");
        assertThat(from(0)).hasSize((int) journal.end());
    }

    @Test
    void aFolderInUseIsRefused() {
        assertThatThrownBy(() -> RocksJournal.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("used by another process");
    }

    private void reopen() {
        journal.close();
        open();
    }

    private void inside(Tampering tampering) throws RocksDBException {
        journal.close();
        try (Database database = Opening.open(folder, List.of("meta"))) {
            assertThat(tampering.with(database)).isTrue();
        }
        open();
    }

    private void append(String... entries) throws JournalException {
        journal.append(Stream.of(entries).map(entry -> entry.getBytes(UTF_8)).toList());
    }

    private List<String> from(long position) {
        List<String> entries = new ArrayList<>();
        journal.read(position, (at, entry) -> entries.add(at + " " + new String(entry, UTF_8)));
        return entries;
    }

    @FunctionalInterface
    private interface Tampering {
        boolean with(Database database) throws RocksDBException;
    }
}
