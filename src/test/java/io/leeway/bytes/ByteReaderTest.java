package io.leeway.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteReaderTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "127, 1",
        "128, 2",
        "16383, 2",
        "16384, 3",
        "9223372036854775807, 9",
        "-1, 10",
        "-9223372036854775808, 10"
    })
    void aCountComesBackAndIsSmallWhenItIsNearZero(long value, int bytes) {
        ByteWriter out = new ByteWriter().count(value);
        assertThat(out.size()).isEqualTo(bytes);
        assertThat(new ByteReader(out.toByteArray()).count()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "63, 1", "-64, 1", "64, 2", "9223372036854775807, 10", "-9223372036854775808, 10"})
    void aWholeNumberOfEitherSignComesBack(long value, int bytes) {
        ByteWriter out = new ByteWriter().whole(value);
        assertThat(out.size()).isEqualTo(bytes);
        assertThat(new ByteReader(out.toByteArray()).whole()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1.5,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY
            })
    void aNumberComesBackBitForBit(double value) {
        byte[] bytes = new ByteWriter().number(value).toByteArray();
        assertThat(Double.doubleToRawLongBits(new ByteReader(bytes).number()))
                .isEqualTo(Double.doubleToRawLongBits(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u0000", "zwölf", "\uD83D\uDE00", "a\nb\"c"})
    void aTextComesBack(String text) {
        ByteReader in = new ByteReader(
                new ByteWriter().text(text).optional(Optional.of(text)).toByteArray());
        assertThat(in.text()).isEqualTo(text);
        assertThat(in.optional()).contains(text);
        assertThat(in.left()).isZero();
    }

    @Test
    void valuesOfAllKindsComeBackInOrderHoweverManyThereAre() {
        Random random = new Random(5);
        ByteWriter out = new ByteWriter(0);
        for (int i = 0; i < 1_000; i++) {
            out.octet(i)
                    .flag(i % 2 == 0)
                    .fixed(random.nextLong())
                    .block(new byte[i % 40])
                    .optional(Optional.empty());
        }
        random.setSeed(5);
        ByteReader in = new ByteReader(out.toByteArray());
        for (int i = 0; i < 1_000; i++) {
            assertThat(in.octet()).isEqualTo(i & 0xFF);
            assertThat(in.flag()).isEqualTo(i % 2 == 0);
            assertThat(in.fixed()).isEqualTo(random.nextLong());
            assertThat(in.block()).hasSize(i % 40);
            assertThat(in.optional()).isEmpty();
        }
        assertThat(in.left()).isZero();
    }

    static Stream<Function<ByteReader, Object>> readings() {
        return Stream.of(
                ByteReader::octet,
                ByteReader::count,
                ByteReader::whole,
                ByteReader::fixed,
                ByteReader::number,
                ByteReader::text,
                ByteReader::length,
                in -> in.raw(1),
                in -> in.index(1));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void bytesThatEndTooSoonAreMalformed(Function<ByteReader, Object> reading) {
        assertThatThrownBy(() -> reading.apply(new ByteReader(new byte[0])))
                .isInstanceOf(MalformedBytesException.class);
    }

    @Test
    void aLengthNoBytesStandBehindIsMalformed() {
        for (long length : new long[] {3, Integer.MAX_VALUE, 1L << 40, -1}) {
            byte[] bytes = new ByteWriter().count(length).raw(new byte[2], 0, 2).toByteArray();
            assertThatThrownBy(() -> new ByteReader(bytes).length()).isInstanceOf(MalformedBytesException.class);
            assertThatThrownBy(() -> new ByteReader(bytes).block()).isInstanceOf(MalformedBytesException.class);
        }
    }

    @Test
    void aNumberThatNeverEndsIsMalformed() {
        byte[] endless = new byte[20];
        Arrays.fill(endless, (byte) 0x80);
        assertThatThrownBy(() -> new ByteReader(endless).count()).isInstanceOf(MalformedBytesException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 255})
    void aVersionThisReleaseDoesNotKnowIsMalformed(int version) {
        byte[] bytes = new ByteWriter().octet(version).toByteArray();
        assertThatThrownBy(() -> new ByteReader(bytes).version("a thing", 2))
                .isInstanceOf(MalformedBytesException.class)
                .hasMessageContaining("a thing of version " + version);
    }
}
