package io.leeway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.Optional;

/** Reads the answers of the service, which are short: as much of HTTP as it writes. */
final class Reply {
    private static final String BLANK = "\r\n\r\n";

    private final ByteBuffer in = ByteBuffer.allocate(64 * 1_024);

    /**
     * What was answered.
     *
     * @param accepted rows; 0 unless the status is 200
     * @param position the journal's behind the rows
     * @param retryAfter seconds
     */
    record Answer(int status, long accepted, long position, long retryAfter) {}

    Optional<Answer> readFrom(SocketChannel channel) throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the service closed the connection");
        }
        String text = new String(in.array(), 0, in.position(), ISO_8859_1);
        int blank = text.indexOf(BLANK);
        if (blank < 0) {
            return Optional.empty();
        }
        String head = text.substring(0, blank).toLowerCase(Locale.ROOT);
        if (text.length() < blank + BLANK.length() + number(head, "\r\ncontent-length:")) {
            return Optional.empty();
        }
        in.clear();
        return Optional.of(answer(head, text.substring(blank)));
    }

    private static Answer answer(String head, String body) {
        return new Answer(
                Integer.parseInt(head.substring(9, 12)),
                number(body, "\"accepted\":"),
                number(head, "\r\nleeway-position:"),
                number(head, "\r\nretry-after:"));
    }

    /** The whole number behind a name, 0 without it. */
    private static long number(String text, String name) {
        int at = text.indexOf(name);
        if (at < 0) {
            return 0;
        }
        int from = at + name.length();
        while (text.charAt(from) == ' ') {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return Long.parseLong(text, from, to, 10);
    }
}
