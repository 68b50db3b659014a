package io.leeway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryFormTest {
    private static final Optional<Entry.Keyed> NO_KEY = Optional.empty();

    static Stream<Entry> entries() {
        return Stream.of(
                new Entry.Predictions(Desk.rows(3, "a", Desk.NOON), 7, 1, 2, Optional.of(keyed())),
                new Entry.Predictions(Desk.rows(0, "a", Desk.NOON), 0, -1, Entry.NO_WATERMARK, NO_KEY),
                new Entry.Truth(Desk.label("a"), 2, 1, 2, Optional.of(keyed())),
                new Entry.ModelChanged(Model.of("m", ModelSettings.withDefaults()), Long.MAX_VALUE, 5),
                new Entry.BaselineSet(reference(Optional.empty(), true, false), 1, 2),
                new Entry.BaselineSet(reference(Optional.of("2"), false, true), 1, 2),
                new Entry.Tick("m", 1, 2),
                new Entry.Forgotten("m", "zwölf\u0000", 1, 2));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryOfEveryKindComesBack(Entry entry) {
        Entry again = EntryForm.read(EntryForm.bytes(entry));
        assertThat(again).hasSameClassAs(entry);
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(double[].class, int[].class)
                .isEqualTo(entry);
        assertThat(EntryForm.bytes(again)).isEqualTo(EntryForm.bytes(entry));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryCutShortIsMalformed(Entry entry) {
        byte[] bytes = EntryForm.bytes(entry);
        for (int length = 0; length < bytes.length; length++) {
            byte[] shortened = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> EntryForm.read(shortened)).isInstanceOf(MalformedBytesException.class);
        }
    }

    @Test
    void anEntryOfALaterReleaseSaysSo() {
        byte[] later = new ByteWriter().octet(2).octet(1).toByteArray();
        assertThatThrownBy(() -> EntryForm.read(later))
                .isInstanceOf(MalformedBytesException.class)
                .hasMessageContaining("version 2");
        byte[] unknown = new ByteWriter().octet(1).octet(99).whole(0).whole(0).toByteArray();
        assertThatThrownBy(() -> EntryForm.read(unknown)).hasMessageContaining("kind 99");
    }

    private static Entry.Keyed keyed() {
        return new Entry.Keyed(
                new IdempotencyKey("k", -5),
                List.of(
                        new Rejection(3, Rejection.Reason.TOO_OLD, "older than that"),
                        new Rejection(7, Rejection.Reason.TOO_OLD, "older than that"),
                        new Rejection(300, Rejection.Reason.BAD_ROW, "not a row")));
    }

    private static Entry.Reference reference(Optional<String> version, boolean learned, boolean timed) {
        return new Entry.Reference("b0000000001", version, learned, timed, Desk.rows(2, "r", Desk.NOON));
    }
}
