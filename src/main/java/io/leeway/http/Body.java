package io.leeway.http;

import io.leeway.ingest.IntakeMeter;
import io.leeway.ingest.Limit;
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

    /** What may come out of a body whatever its size. */
    private static final long UNSUSPICIOUS = 1 << 20;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final Reading reading;
    private final Gunzip.Bytes out;
    private final Promise<Void> promise = Promise.promise();
    private Optional<Gunzip> gunzip = Optional.empty();
    /** One for all chunks, so that it stays in the processor's cache. */
    private byte[] bytes = {};

    private long received;
    private long held;

    /**
     * What bodies are read with.
     *
     * @param inFlight what all of them hold together
     * @param meter told when a limit is met
     */
    record Reading(Bounds bounds, InFlight inFlight, IntakeMeter meter) {
        long most(Limit limit) {
            return bounds.most(limit);
        }

        /** The same for a body that is settings. */
        Reading forSettings() {
            return new Reading(bounds.forSettings(), inFlight, meter);
        }

        /** What to answer when a limit is met. */
        HttpProblem beyond(Limit limit, int status, String sentence) {
            meter.beyond(limit, 1);
            return new HttpProblem(status, sentence);
        }
    }

    Body(RoutingContext context, Reading reading, Gunzip.Bytes out) {
        this.context = context;
        this.request = context.request();
        this.reading = reading;
        this.out = out;
        context.addEndHandler(answered -> reading.inFlight().release(held));
    }

    /** Completes when the whole body has been handed on. */
    Future<Void> read() {
        gunzip = encoding(request.getHeader("Content-Encoding"));
        request.handler(this::chunk);
        request.exceptionHandler(
                cut -> promise.tryFail(HttpProblem.badRequest("The body was cut off: send it again.")));
        request.endHandler(end -> end());
        promise.future().onComplete(done -> gunzip.ifPresent(Gunzip::close));
        limitTime();
        if (declared() > reading.most(Limit.BODY)) {
            promise.tryFail(tooLarge(Limit.BODY));
        } else if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        return promise.future();
    }

    private void limitTime() {
        long seconds = reading.most(Limit.BODY_SECONDS);
        long timer = context.vertx().setTimer(seconds * 1000, due -> late(seconds));
        promise.future().onComplete(done -> context.vertx().cancelTimer(timer));
    }

    /** Whoever drips is not waited for. */
    private void late(long seconds) {
        context.addEndHandler(answered -> request.connection().close());
        promise.tryFail(reading.beyond(
                Limit.BODY_SECONDS,
                408,
                "The body did not come within " + seconds + " seconds: send it in several requests."));
    }

    private void chunk(Buffer chunk) {
        received += chunk.length();
        if (received > reading.most(Limit.BODY) && !promise.future().isComplete()) {
            promise.tryFail(tooLarge(Limit.BODY));
        }
        if (received > reading.most(Limit.BODY) * DRAINED) {
            request.connection().close();
        }
        if (!promise.future().isComplete()) {
            take(chunk);
        }
    }

    private void take(Buffer chunk) {
        if (bytes.length < chunk.length()) {
            bytes = new byte[chunk.length()];
        }
        Buffer unused = chunk.getBytes(bytes);
        try {
            if (gunzip.isPresent()) {
                gunzip.get().feed(bytes, 0, chunk.length());
            } else {
                handOn(bytes, 0, chunk.length());
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
        if (held + count > reading.most(Limit.INFLATED_BYTES)) {
            throw tooLarge(Limit.INFLATED_BYTES);
        }
        if (held + count > Math.max(UNSUSPICIOUS, received * reading.most(Limit.INFLATION))) {
            throw reading.beyond(
                    Limit.INFLATION,
                    413,
                    "The body grows more than " + reading.most(Limit.INFLATION)
                            + " times when it is decompressed: send it with less compression, or plain.");
        }
        if (!reading.inFlight().reserve(count)) {
            throw reading.beyond(
                            Limit.BODIES_BYTES,
                            HttpProblem.BUSY,
                            "Too much is in hand already: send this again a little later.")
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

    private HttpProblem tooLarge(Limit limit) {
        return reading.beyond(
                limit, 413, "The body is larger than " + reading.most(limit) + " bytes: send it in several requests.");
    }

    private static HttpProblem notGzip(DataFormatException e) {
        return HttpProblem.badRequest("The body is not the gzip that Content-Encoding says: " + e.getMessage() + ".");
    }
}
