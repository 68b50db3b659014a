package io.leeway.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What the ingest cost is a multiple of: Jackson going through the bytes of the same posts from token to token on one warm
 * thread of the service's own process, after the load. Numbers stay characters and texts are passed over; a second figure
 * says what it costs when every value is also read.
 */
final class BareLoop {
    /** Enough that they do not stand in the processor's cache. */
    private static final int POSTS = 64;

    private static final Duration WARM = Duration.ofSeconds(3);
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private final JsonFactory factory = new JsonFactory();
    private final List<byte[]> posts;
    private final int rows;
    private long seen;

    BareLoop(Traffic traffic) {
        List<Post> templates = traffic.posts();
        this.posts = LongStream.range(0, POSTS)
                .mapToObj(number -> traffic.bytes(templates, number))
                .toList();
        this.rows = traffic.rows();
    }

    /**
     * Processor seconds for a million rows.
     *
     * @param tokens from token to token
     * @param values and every value read
     * @param bytes of a row
     */
    record Cost(double tokens, double values, double bytes) {
        String line() {
            return tokens + " " + values + " " + bytes;
        }

        static Cost of(String line) {
            String[] parts = line.split(" ");
            return new Cost(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        }
    }

    /** Goes through the posts. */
    private interface Pass {
        long over(JsonParser parser) throws IOException;
    }

    Cost measured() throws IOException {
        long bytes = posts.stream().mapToLong(post -> post.length).sum();
        return new Cost(
                measured(BareLoop::tokens), measured(BareLoop::values), (double) bytes / (POSTS * (double) rows));
    }

    private double measured(Pass pass) throws IOException {
        var unused = seconds(pass, WARM);
        return seconds(pass, LENGTH);
    }

    /** Goes on for so much processor time of this thread, however long that takes on a busy machine. */
    private double seconds(Pass pass, Duration length) throws IOException {
        long before = cpu();
        long passed = 0;
        while (cpu() - before < length.toNanos()) {
            for (byte[] post : posts) {
                try (JsonParser parser = factory.createParser(post)) {
                    seen += pass.over(parser);
                }
            }
            passed += (long) POSTS * rows;
        }
        if (seen == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (cpu() - before) / 1e3 / passed;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long tokens(JsonParser parser) throws IOException {
        long tokens = 0;
        while (parser.nextToken() != null) {
            tokens++;
        }
        return tokens;
    }

    private static long values(JsonParser parser) throws IOException {
        long sum = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
                sum += Double.doubleToRawLongBits(parser.getDoubleValue());
            } else if (token == JsonToken.VALUE_STRING) {
                sum += parser.getTextCharacters()[parser.getTextOffset()] + parser.getTextLength();
            }
        }
        return sum | 1;
    }
}
