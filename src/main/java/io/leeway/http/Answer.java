package io.leeway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back. Immutable. */
record Answer(int status, String type, Buffer body, Map<String, String> headers) {
    /** The header by which a reader of later requests can wait for what was taken. */
    static final String POSITION = "Leeway-Position";

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer json(int status, Json.Fields fields) {
        return new Answer(status, "application/json", Json.object(fields), Map.of());
    }

    static Answer json(Json.Fields fields) {
        return json(200, fields);
    }

    static Answer text(String text) {
        return new Answer(200, "text/plain; charset=utf-8", Buffer.buffer(text), Map.of());
    }

    Answer as(String otherType) {
        return new Answer(status, otherType, body, headers);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, more);
    }

    Answer at(long position) {
        return with(POSITION, Long.toString(position));
    }

    /** Sends it, unless the other side is gone or has been answered. */
    void send(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        headers.forEach(response::putHeader);
        response.setStatusCode(status).putHeader("Content-Type", type).end(body);
    }
}
