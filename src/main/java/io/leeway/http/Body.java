package io.leeway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;

/** Reads a request's body chunk by chunk as it comes, decompressed, and no further than its bounds. */
final class Body {
    /** How much of a body that is too large is read and thrown away, so that its sender gets to read the answer. */
    private static final int DRAINED = 4;

    private final HttpServerRequest request;
    private final Bounds bounds;
    private final Gunzip.Bytes out;
    private final Promise<Void> promise = Promise.promise();
    private Optional<Gunzip> gunzip = Optional.empty();
    private long received;
    private long inflated;

    private Body(HttpServerRequest request, Bounds bounds, Gunzip.Bytes out) {
        this.request = request;
        this.bounds = bounds;
        this.out = out;
    }

    /** Completes when {@code out} has been given the whole body. */
    static Future<Void> read(HttpServerRequest request, Bounds bounds, Gunzip.Bytes out) {
        return new Body(request, bounds, out).read();
    }

    private Future<Void> read() {
        gunzip = encoding(request.getHeader("Content-Encoding"));
        request.handler(this::chunk);
        request.exceptionHandler(
                cut -> promise.tryFail(HttpProblem.badRequest("The body was cut off: send it again.")));
        request.endHandler(end -> end());
        promise.future().onComplete(done -> gunzip.ifPresent(Gunzip::close));
        if (declared() > bounds.body()) {
            promise.tryFail(tooLarge(bounds.body()));
        } else if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        return promise.future();
    }

    private void chunk(Buffer chunk) {
        received += chunk.length();
        if (received > bounds.body()) {
            promise.tryFail(tooLarge(bounds.body()));
        }
        if (received > bounds.body() * DRAINED) {
            request.connection().close();
        }
        if (!promise.future().isComplete()) {
            take(chunk.getBytes());
        }
    }

    private void take(byte[] bytes) {
        try {
            if (gunzip.isPresent()) {
                gunzip.get().feed(bytes, 0, bytes.length);
            } else {
                out.take(bytes, 0, bytes.length);
            }
        } catch (DataFormatException e) {
            promise.tryFail(notGzip(e));
        } catch (HttpProblem e) {
            promise.tryFail(e);
        }
    }

    private void end() {
        try {
            if (gunzip.isPresent() && !promise.future().isComplete()) {
                gunzip.get().finish();
            }
            promise.tryComplete();
        } catch (DataFormatException e) {
            promise.tryFail(notGzip(e));
        }
    }

    private void inflated(byte[] bytes, int from, int to) {
        inflated += to - from;
        if (inflated > bounds.inflated()) {
            throw tooLarge(bounds.inflated());
        }
        out.take(bytes, from, to);
    }

    private Optional<Gunzip> encoding(String name) {
        return switch (name == null ? "identity" : name.toLowerCase(Locale.ROOT)) {
            case "identity" -> Optional.empty();
            case "gzip", "x-gzip" -> Optional.of(new Gunzip(this::inflated));
            default -> throw new HttpProblem(415, "Content-Encoding must be gzip, or left out.");
        };
    }

    private long declared() {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private static HttpProblem tooLarge(long most) {
        return new HttpProblem(413, "The body is larger than " + most + " bytes: send it in several requests.");
    }

    private static HttpProblem notGzip(DataFormatException e) {
        return HttpProblem.badRequest("The body is not the gzip that Content-Encoding says: " + e.getMessage() + ".");
    }
}
