package io.leeway.segments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.bytes.MalformedBytesException;
import io.leeway.ingest.Journal;
import io.leeway.ingest.JournalContract;
import io.leeway.ingest.JournalException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentJournalTest implements JournalContract {
    private static final int SIZE = 4_096;
    /** An append of one such entry fills more than half a file. */
    private static final String LONG = "x".repeat(2_500);

    @TempDir
    private Path folder;

    private SegmentJournal journal;

    @BeforeEach
    void open() throws IOException {
        journal = SegmentJournal.open(folder, SIZE);
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
    void entriesAndPositionsOutliveReopening() throws Exception {
        append("a", "b", "c");
        append(LONG);
        append(LONG);
        journal.forgetBefore(4);
        reopen();
        assertThat(journal.end()).isEqualTo(5);
        append("d");
        assertThat(from(4)).containsExactly("4 " + LONG, "5 d");
    }

    @Test
    void aJournalWhollyForgottenRemembersItsEnd() throws Exception {
        append("a", "b");
        journal.forgetBefore(2);
        reopen();
        reopen();
        assertThat(journal.end()).isEqualTo(2);
        append("c");
        assertThat(from(2)).containsExactly("2 c");
    }

    @Test
    void anAppendLargerThanAFileGetsOneForItselfWhichIsNotKept() throws Exception {
        String large = "y".repeat(3 * (1 << 20));
        append("a");
        append(large, "b");
        append("c");
        assertThat(from(0)).containsExactly("0 a", "1 " + large, "2 b", "3 c");
        reopen();
        assertThat(from(0)).containsExactly("0 a", "1 " + large, "2 b", "3 c");
        append("d");
        journal.forgetBefore(4);
        assertThat(files()).allSatisfy(file -> assertThat(Files.size(file)).isEqualTo(SIZE));
    }

    @Test
    void forgottenFilesAreUsedAgainAndWhatTheyHeldIsNotTakenForEntries() throws Exception {
        for (int i = 0; i < 50; i++) {
            append(LONG + i);
            journal.forgetBefore(i);
        }
        assertThat(files()).hasSizeLessThanOrEqualTo(4);
        append("short");
        reopen();
        assertThat(from(journal.start()))
                .endsWith("49 " + LONG + 49, "50 short")
                .hasSize((int) (51 - journal.start()));
        assertThat(journal.cut()).isEmpty();
    }

    @Test
    void noMoreThanAFewForgottenFilesAreKept() throws Exception {
        for (int i = 0; i < 50; i++) {
            append(LONG);
        }
        assertThat(files()).hasSize(50);
        journal.forgetBefore(50);
        assertThat(files()).hasSize(9);
    }

    @Test
    void filesStayWhileTheyAreRead() throws Exception {
        append(LONG);
        append(LONG);
        append(LONG);
        List<Long> read = new ArrayList<>();
        journal.read(0, (position, entry) -> {
            journal.forgetBefore(3);
            read.add(position);
        });
        assertThat(read).containsExactly(0L, 1L, 2L);
        journal.forgetBefore(3);
        assertThat(segments()).hasSize(1);
    }

    @Test
    void anAppendThatWasNeverFinishedIsLeftOutAndSaid() throws Exception {
        append("a");
        append("b", "unfinished");
        journal.close();
        flip(newest(), positionOf(newest(), "unfinished"));
        open();
        assertThat(journal.end()).isEqualTo(1);
        assertThat(journal.cut().orElseThrow().sentence())
                .contains("entry 1 on, in " + folder)
                .contains("from byte 104 on");
        append("d");
        reopen();
        assertThat(journal.cut()).isEmpty();
        assertThat(from(0)).containsExactly("0 a", "1 d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void aFlippedBitInFrontOfALaterAppendIsRefusedWithFilePlaceAndWayOut(String damaged) throws Exception {
        append("first");
        append("second");
        append("third");
        journal.close();
        flip(newest(), positionOf(newest(), damaged));
        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("in " + newest() + " at byte ")
                .hasMessageContaining("a later one stands at byte ")
                .hasMessageContaining("bring the whole data folder back from a copy");
    }

    @Test
    void aSendersBytesThatLookLikeALaterAppendAreNotTakenForOne() throws Exception {
        append("a");
        ByteBuffer forged = ByteBuffer.allocate(Integer.BYTES + FrameHead.BYTES).position(Integer.BYTES);
        FrameHead.of(7, 1_000, List.of()).put(forged);
        journal.append(List.of(forged.array(), "torn".getBytes(UTF_8)));
        journal.close();
        flip(newest(), positionOf(newest(), "torn"));
        open();
        assertThat(journal.cut()).isPresent();
        assertThat(from(0)).containsExactly("0 a");
    }

    @Test
    void aFlippedBitInAFileBeforeTheLastIsRefused() throws Exception {
        append("first");
        append(LONG);
        append(LONG);
        journal.close();
        Path file = segments().get(0);
        flip(file, positionOf(file, LONG) + LONG.length() - 1);
        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("entry 1 in " + file + " at byte 112 is not what was written")
                .hasMessageContaining("begins with entry 2");
    }

    @Test
    void aMissingFileIsRefused() throws Exception {
        append(LONG);
        append(LONG);
        append(LONG);
        journal.close();
        Files.delete(segments().get(1));
        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("entry 1 in " + segments().get(0));
    }

    @Test
    void aFileWithoutASoundHeadIsRefused() throws Exception {
        append("a");
        journal.close();
        flip(newest(), 20);
        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("the first 64 bytes of " + newest());
    }

    @Test
    void aBitThatFlipsWhileTheServiceRunsIsNotPassedOver() throws Exception {
        append("first");
        append("second");
        flip(newest(), positionOf(newest(), "first"));
        assertThatThrownBy(() -> from(0))
                .isInstanceOf(MalformedBytesException.class)
                .hasMessageContaining("entry 0 of the journal, in " + newest() + " at byte 64");
    }

    @Test
    void aJournalInRocksDbIsRefused() throws Exception {
        Files.writeString(folder.resolve("CURRENT"), "MANIFEST-000005");
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("give this one another data folder");
    }

    private void reopen() throws IOException {
        journal.close();
        open();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private List<Path> segments() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".segment"))
                .toList();
    }

    private Path newest() throws IOException {
        return segments().get(segments().size() - 1);
    }

    private static int positionOf(Path file, String text) throws IOException {
        return new String(Files.readAllBytes(file), ISO_8859_1).indexOf(text);
    }

    private static void flip(Path file, int at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 0x10);
        }
    }

    private void append(String... entries) throws JournalException {
        journal.append(Stream.of(entries).map(entry -> entry.getBytes(UTF_8)).toList());
    }

    private List<String> from(long position) {
        List<String> entries = new ArrayList<>();
        journal.read(position, (at, entry) -> entries.add(at + " " + new String(entry, UTF_8)));
        return entries;
    }
}
