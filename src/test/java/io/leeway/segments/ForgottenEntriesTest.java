package io.leeway.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.ingest.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files hold of entries that are forgotten, on a clock that the test moves. */
class ForgottenEntriesTest {
    private static final int SIZE = 4_096;
    private static final String SECRET = "the name of a patient";

    @TempDir
    private Path folder;

    private long nanos;
    private SegmentJournal journal;

    @BeforeEach
    void open() throws IOException {
        journal = SegmentJournal.open(Folder.of(folder), SIZE, () -> nanos);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void areGoneAfterTwoHoursWhereNothingComes() throws Exception {
        append(SECRET);
        checkpoint();
        pass(Duration.ofHours(1));
        checkpoint();
        pass(Duration.ofHours(1));
        checkpoint();
        assertThat(traces()).isZero();
        assertThat(files()).hasSize(1);
    }

    @Test
    void areNotLetGoOfWhileSomethingNewerInTheirFileIsNeeded() throws Exception {
        append(SECRET);
        append("b");
        journal.forgetBefore(1);
        pass(Duration.ofHours(2));
        journal.forgetBefore(1);
        assertThat(read()).containsExactly("b");
    }

    @Test
    void areGoneAfterThreeHoursWhereLittleComes() throws Exception {
        append(SECRET);
        for (int minute = 0; minute <= 180; minute++) {
            append("little");
            journal.forgetBefore(journal.end() - 1);
            pass(Duration.ofMinutes(1));
        }
        assertThat(traces()).isZero();
    }

    /** A burst fills files that are used again, and little comes behind it: nothing would ever be written over the rest. */
    @Test
    void areGoneAfterThreeHoursThoughTheirFilesAreUsedAgain() throws Exception {
        for (int i = 0; i < 40; i++) {
            append(SECRET + "x".repeat(900));
            checkpoint();
        }
        assertThat(traces()).isPositive();
        for (int minute = 0; minute <= 180; minute++) {
            append("little");
            checkpoint();
            pass(Duration.ofMinutes(1));
        }
        assertThat(traces()).isZero();
    }

    @Test
    void doNotStandBehindTheLastFrameOfAFileThatIsUsedAgain() throws Exception {
        append(SECRET.repeat(180));
        append("x".repeat(2_500));
        checkpoint();
        append("x".repeat(2_500));
        checkpoint();
        append("x".repeat(2_500));
        checkpoint();
        assertThat(traces()).isZero();
    }

    @Test
    void doNotComeBackWhenTheJournalIsOpenedBehindAnEmptyFile() throws Exception {
        append("a", "b");
        checkpoint();
        pass(Duration.ofHours(1));
        checkpoint();
        journal.close();
        open();
        assertThat(journal.end()).isEqualTo(2);
        assertThat(journal.cut()).isEmpty();
        append("c");
        assertThat(read()).containsExactly("c");
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private void checkpoint() {
        journal.forgetBefore(journal.end());
    }

    private void append(String... entries) throws JournalException {
        journal.append(Stream.of(entries)
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    private List<String> read() {
        List<String> found = new ArrayList<>();
        journal.read(journal.start(), (position, entry) -> found.add(new String(entry, StandardCharsets.UTF_8)));
        return found;
    }

    /** How many files hold it. */
    private long traces() throws IOException {
        return files().stream().filter(file -> text(file).contains(SECRET)).count();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
