package io.leeway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;

/** Reads a request's body chunk by chunk as it comes, decompressed, and no further than its bounds. */
final class Body {
    /** How much of a body that is too large is read and thrown away, so that its sender gets to read the answer. */
    private static final int DRAINED = 4;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final HttpServerRequest request;
    private final Bounds bounds;
    private final InFlight inFlight;
    private final Gunzip.Bytes out;
    private final Promise<Void> promise = Promise.promise();
    private Optional<Gunzip> gunzip = Optional.empty();
    private long received;
    private long held;

    Body(RoutingContext context, Bounds bounds, InFlight inFlight, Gunzip.Bytes out) {
        this.request = context.request();
        this.bounds = bounds;
        this.inFlight = inFlight;
        this.out = out;
        context.addEndHandler(answered -> inFlight.release(held));
    }

    /** Completes when the whole body has been handed on. */
    Future<Void> read() {
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
                handOn(bytes, 0, bytes.length);
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

    private void handOn(byte[] bytes, int from, int to) {
        int count = to - from;
        if (held + count > bounds.inflated()) {
            throw tooLarge(bounds.inflated());
        }
        if (!inFlight.reserve(count)) {
            throw new HttpProblem(HttpProblem.BUSY, "Too much is in hand already: send this again a little later.")
                    .retryAfter(RETRY);
        }
        held += count;
        out.take(bytes, from, to);
    }

    private Optional<Gunzip> encoding(String name) {
        return switch (name == null ? "identity" : name.toLowerCase(Locale.ROOT)) {
            case "identity" -> Optional.empty();
            case "gzip", "x-gzip" -> Optional.of(new Gunzip(this::handOn));
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
