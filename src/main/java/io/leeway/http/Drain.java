package io.leeway.http;

import io.vertx.core.http.HttpServerRequest;

/** Throws away the body of a request that is not let in, so that its sender gets to read the answer; but not without end. */
final class Drain {
    private final HttpServerRequest request;
    private final long most;
    private long received;

    private Drain(HttpServerRequest request, long most) {
        this.request = request;
        this.most = most;
    }

    /** Closes the connection of a sender who goes on beyond so many bytes. */
    static void atMost(long most, HttpServerRequest request) {
        Drain drain = new Drain(request, most);
        request.handler(chunk -> drain.take(chunk.length()));
    }

    private void take(int bytes) {
        received += bytes;
        if (received > most) {
            request.connection().close();
        }
    }
}
