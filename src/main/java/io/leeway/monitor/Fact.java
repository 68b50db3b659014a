package io.leeway.monitor;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.WindowSize;
import io.leeway.series.Point;
import io.leeway.series.PointForm;
import java.time.Instant;

/**
 * What rules are told of a window that has closed and that no report says: how silent a model was, how late its labels were.
 *
 * @param point its figures, at the start of the window
 * @param size of the window
 * @param end of the window, exclusive
 * @param n rows that its figures rest on
 * @param sentence what they mean, or an empty one
 */
public record Fact(Point point, WindowSize size, Instant end, long n, String sentence) {
    private static final int VERSION = 1;

    byte[] bytes() {
        return new ByteWriter()
                .octet(VERSION)
                .text(size.text())
                .whole(end.toEpochMilli())
                .count(n)
                .text(sentence)
                .block(PointForm.bytes(point))
                .toByteArray();
    }

    static Fact read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int unused = in.version("a fact", VERSION);
        WindowSize size = WindowSize.of(in.text()).orElseThrow();
        Instant end = Instant.ofEpochMilli(in.whole());
        long n = in.count();
        String sentence = in.text();
        return new Fact(PointForm.read(in.block()), size, end, n, sentence);
    }
}
