package io.leeway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** The body of a post without numbers and times, and where those go. */
final class Post {
    private final byte[] body;
    private final int[] ids;
    private final int[] times;

    Post(byte[] body) {
        String text = new String(body, ISO_8859_1);
        this.body = body;
        this.ids = places(text, Rows.ID);
        this.times = places(text, Rows.TIMESTAMP);
    }

    int length() {
        return body.length;
    }

    int rows() {
        return ids.length;
    }

    int id(int row) {
        return ids[row];
    }

    int time(int row) {
        return times[row];
    }

    byte[] copy() {
        return body.clone();
    }

    void copyTo(ByteBuffer buffer) {
        buffer.put(body);
    }

    private static int[] places(String text, String what) {
        return IntStream.iterate(text.indexOf(what), at -> at >= 0, at -> text.indexOf(what, at + what.length()))
                .toArray();
    }
}
