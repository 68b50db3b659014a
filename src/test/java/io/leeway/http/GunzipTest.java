package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GunzipTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 200_000})
    void whatWasCompressedComesOutWhereverItIsCut(int size) throws Exception {
        byte[] plain = new byte[size];
        new Random(5).nextBytes(plain);
        Arrays.fill(plain, 0, size / 2, (byte) 'x');
        byte[] packed = gzip(plain);
        for (int chunk : new int[] {1, 7, 1024, packed.length}) {
            if (chunk * 100_000L >= size) {
                assertThat(gunzip(packed, chunk)).isEqualTo(plain);
            }
        }
    }

    @Test
    void severalMembersAreOneStream() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip("one ".getBytes(StandardCharsets.UTF_8)));
        both.write(gzip("two".getBytes(StandardCharsets.UTF_8)));
        assertThat(gunzip(both.toByteArray(), 3)).asString().isEqualTo("one two");
    }

    /**
     * Python 3.11, all optional parts: {@code f = 2|4|8|16; h = bytes([31,139,8,f,0,0,0,0,0,255]) +
     * struct.pack('<H', 3) + b'abc' + b'name\0' + b'comment\0'; h += struct.pack('<H', zlib.crc32(h) & 0xffff);
     * c = zlib.compressobj(9, 8, -15); d = c.compress(b'hello') + c.flush();
     * (h + d + struct.pack('<II', zlib.crc32(b'hello'), 5)).hex()}
     */
    @Test
    void aHeaderMayHaveEveryOptionalPart() throws Exception {
        byte[] packed = HexFormat.of()
                .parseHex("1f8b081e0000000000ff03006162636e616d6500636f6d6d656e74007818cb48cdc9c9070086a6103605000000");
        assertThat(gunzip(packed, 1)).asString().isEqualTo("hello");
    }

    @Test
    void whatEndsTooEarlyIsRefused() throws Exception {
        byte[] packed = gzip("hello".getBytes(StandardCharsets.UTF_8));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> gunzip(cut, 4)).isInstanceOf(DataFormatException.class);
        }
    }

    @Test
    void aFlippedBitIsNoticed() throws Exception {
        byte[] packed = gzip("hello, hello, hello".getBytes(StandardCharsets.UTF_8));
        for (int at = packed.length - 8; at < packed.length; at++) {
            byte[] flipped = packed.clone();
            flipped[at] ^= 1;
            assertThatThrownBy(() -> gunzip(flipped, 4)).isInstanceOf(DataFormatException.class);
        }
        assertThatThrownBy(() -> gunzip("plain text".getBytes(StandardCharsets.UTF_8), 4))
                .hasMessage("it does not begin like gzip");
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] packed, int chunk) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Gunzip gunzip = new Gunzip((bytes, from, to) -> out.write(bytes, from, to - from))) {
            for (int at = 0; at < packed.length; at += chunk) {
                gunzip.feed(packed, at, Math.min(packed.length, at + chunk));
            }
            gunzip.finish();
        }
        return out.toByteArray();
    }
}
