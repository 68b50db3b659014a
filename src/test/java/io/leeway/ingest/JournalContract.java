package io.leeway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every journal does. */
public interface JournalContract {
    /** An empty journal; the same one within a test. */
    Journal journal();

    @Test
    default void aNewJournalIsEmpty() {
        assertThat(journal().start()).isZero();
        assertThat(journal().end()).isZero();
        assertThat(from(0)).isEmpty();
    }

    @Test
    default void entriesAreNumberedWithoutGaps() throws JournalException {
        append("a", "b");
        append();
        append("c");
        assertThat(journal().end()).isEqualTo(3);
        assertThat(from(0)).containsExactly("0 a", "1 b", "2 c");
        assertThat(from(2)).containsExactly("2 c");
    }

    @Test
    default void anEntryMayBeEmpty() throws JournalException {
        append("", "b");
        assertThat(from(0)).containsExactly("0 ", "1 b");
    }

    @Test
    default void entriesComeBackToTheByteWhateverTheirSize() throws JournalException {
        Random random = new Random(7);
        List<byte[]> appended = new ArrayList<>();
        for (int size : new int[] {0, 1, 31, 4_096, 1 << 20, 3 << 20, 5, 64}) {
            byte[] entry = new byte[size];
            random.nextBytes(entry);
            appended.add(entry);
        }
        journal().append(appended);
        List<byte[]> found = new ArrayList<>();
        journal().read(0, (position, entry) -> found.add(entry));
        assertThat(found).usingElementComparator(Arrays::compare).isEqualTo(appended);
    }

    @Test
    default void aReadMayBeginInTheMiddleOfAnAppend() throws JournalException {
        append("a", "b", "c", "d");
        append("e");
        assertThat(from(2)).containsExactly("2 c", "3 d", "4 e");
    }

    @Test
    default void nothingStandsAtTheEnd() throws JournalException {
        append("a");
        assertThat(from(1)).isEmpty();
        assertThat(from(7)).isEmpty();
    }

    @Test
    default void aReadEndsWhereTheJournalEndedAtTheCall() throws JournalException {
        append("a", "b");
        List<Long> seen = new ArrayList<>();
        journal().read(0, (position, entry) -> {
            seen.add(position);
            appendUnchecked("more");
        });
        assertThat(seen).containsExactly(0L, 1L);
        assertThat(journal().end()).isEqualTo(4);
    }

    @Test
    default void forgettingKeepsThePositions() throws JournalException {
        append("a", "b", "c");
        journal().forgetBefore(2);
        assertThat(journal().start()).isEqualTo(2);
        assertThat(journal().end()).isEqualTo(3);
        append("d");
        assertThat(from(2)).containsExactly("2 c", "3 d");
    }

    @Test
    default void askingForWhatIsForgottenIsAMistake() throws JournalException {
        append("a", "b", "c");
        journal().forgetBefore(2);
        assertThatThrownBy(() -> from(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forgotten");
    }

    @Test
    default void forgettingEverythingKeepsTheEnd() throws JournalException {
        append("a", "b");
        journal().forgetBefore(100);
        assertThat(journal().start()).isEqualTo(2);
        assertThat(journal().end()).isEqualTo(2);
        append("c");
        assertThat(from(2)).containsExactly("2 c");
    }

    @Test
    default void forgettingLessThanBeforeChangesNothing() throws JournalException {
        append("a", "b", "c");
        journal().forgetBefore(2);
        journal().forgetBefore(1);
        assertThat(journal().start()).isEqualTo(2);
    }

    @Test
    default void mendingASoundJournalChangesNothing() throws JournalException {
        journal().mend();
        append("a");
        journal().mend();
        append("b");
        assertThat(from(0)).containsExactly("0 a", "1 b");
    }

    @Test
    default void closingTwiceIsFineAndUseAfterItSaysSo() {
        journal().close();
        journal().close();
        assertThatThrownBy(() -> append("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> from(0)).isInstanceOf(IllegalStateException.class);
    }

    private void append(String... entries) throws JournalException {
        journal().append(Stream.of(entries).map(entry -> entry.getBytes(UTF_8)).toList());
    }

    private void appendUnchecked(String entry) {
        try {
            append(entry);
        } catch (JournalException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<String> from(long position) {
        List<String> entries = new ArrayList<>();
        journal().read(position, (at, entry) -> entries.add(at + " " + new String(entry, UTF_8)));
        return entries;
    }
}
