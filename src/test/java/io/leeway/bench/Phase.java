package io.leeway.bench;

import io.vertx.core.json.JsonObject;

/**
 * What came of posting for a while.
 *
 * @param seconds from the first post to the last answer
 * @param posts answered with 200, repeated ones included
 * @param rows accepted, as the answers say
 * @param different posts sent since the load began, repeated ones not counted
 * @param busy answers 429 and 503; their posts were sent again after the time they named
 * @param position the journal's behind all rows
 * @param p50 milliseconds from when a post was meant to be sent until its answer was read
 */
record Phase(
        double seconds,
        long posts,
        long rows,
        long different,
        long busy,
        long position,
        double p50,
        double p99,
        double max) {
    double rowsASecond() {
        return rows / seconds;
    }

    String line() {
        return JsonObject.of("seconds", seconds, "posts", posts, "rows", rows, "different", different, "busy", busy)
                .put("position", position)
                .put("p50", p50)
                .put("p99", p99)
                .put("max", max)
                .encode();
    }

    static Phase of(String line) {
        JsonObject json = new JsonObject(line);
        return new Phase(
                json.getDouble("seconds"),
                json.getLong("posts"),
                json.getLong("rows"),
                json.getLong("different"),
                json.getLong("busy"),
                json.getLong("position"),
                json.getDouble("p50"),
                json.getDouble("p99"),
                json.getDouble("max"));
    }
}
