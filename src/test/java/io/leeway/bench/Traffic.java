package io.leeway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is posted: post number b holds rows [b * rows, (b + 1) * rows), which stand at fixed times, so that any post can be
 * made again at any moment, byte by byte.
 *
 * @param what predictions of that shape, or their labels
 * @param models how many models take turns, post by post
 * @param rows how many a post has
 * @param start the time of the first row, in milliseconds since 1970
 */
record Traffic(Rows shape, Posted what, int models, int rows, long start) {
    /** The time of the log goes on as if so many rows a second had been predicted. */
    static final int ROWS_A_SECOND = 2_500;

    /** As many different posts as do not fit a processor's cache. */
    private static final int DIFFERENT = 16;

    /** The load the ingest cost is defined for: one model, 20 features, 500 rows a post. */
    static Traffic usual(long start) {
        return new Traffic(Rows.usual(), Posted.PREDICTIONS, 1, 500, start);
    }

    Traffic withRows(int each) {
        return new Traffic(shape, what, models, each, start);
    }

    Traffic withModels(int count) {
        return new Traffic(shape, what, count, rows, start);
    }

    Traffic withShape(Rows other) {
        return new Traffic(other, what, models, rows, start);
    }

    /** Labels of the same ids, an hour later each. */
    Traffic labels() {
        return new Traffic(
                shape, Posted.LABELS, models, rows, start + Duration.ofHours(1).toMillis());
    }

    String model(long post) {
        return "bench-" + post % models;
    }

    /** The path of one model in the HTTP interface. */
    String path(long post) {
        return "/v1/models/" + model(post);
    }

    /** Posts to be numbered and dated. */
    List<Post> posts() {
        return IntStream.range(0, DIFFERENT)
                .mapToObj(seed -> new Post(what.rows(shape, seed, rows)))
                .toList();
    }

    /** When a row was predicted. */
    long time(long row) {
        return start + row * 1_000 / ROWS_A_SECOND;
    }

    /** One argument of a command line. */
    @Override
    public String toString() {
        return "%d:%d:%s:%d:%d:%d".formatted(shape.numbers(), shape.categories(), what, models, rows, start);
    }

    static Traffic of(String argument) {
        String[] parts = argument.split(":");
        return new Traffic(
                new Rows(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])),
                Posted.valueOf(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                Long.parseLong(parts[5]));
    }

    /** The bytes of a post, whole. */
    byte[] bytes(List<Post> posts, long number) {
        byte[] bytes = posts.get((int) (number % posts.size())).copy();
        new Stamp(this).put(posts.get((int) (number % posts.size())), number, (at, value) -> bytes[at] = value);
        return bytes;
    }

    /** Characters of an HTTP head in front of a post. */
    byte[] head(Post post, long number) {
        return String.join(
                        "\r\n",
                        "POST " + path(number) + "/" + what.path() + " HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Content-Type: application/x-ndjson",
                        "Content-Length: " + post.length(),
                        "",
                        "")
                .getBytes(ISO_8859_1);
    }
}
