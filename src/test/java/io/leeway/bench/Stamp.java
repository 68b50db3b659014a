package io.leeway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes ids and times of a post's rows into its bytes, which costs a client far less than making JSON. */
final class Stamp {
    private static final int DIGITS_END = Rows.ID.length();
    private static final int DIGITS = 12;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private final Traffic traffic;
    private long second = -1;
    private byte[] text = new byte[0];

    Stamp(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Where bytes go. */
    interface Bytes {
        void put(int at, byte value);
    }

    void put(Post post, long number, Bytes out) {
        long row = number * post.rows();
        for (int i = 0; i < post.rows(); i++) {
            digits(row + i, DIGITS, post.id(i) + DIGITS_END, out);
            time(traffic.time(row + i), post.time(i), out);
        }
    }

    private void time(long millis, int at, Bytes out) {
        if (millis / 1_000 != second) {
            second = millis / 1_000;
            text = SECOND.format(Instant.ofEpochSecond(second)).getBytes(ISO_8859_1);
        }
        for (int i = 0; i < text.length; i++) {
            out.put(at + i, text[i]);
        }
        digits(millis % 1_000, 3, at + text.length + 3, out);
    }

    private static void digits(long number, int count, int end, Bytes out) {
        long rest = number;
        for (int i = 1; i <= count; i++) {
            out.put(end - i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
