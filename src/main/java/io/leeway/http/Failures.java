package io.leeway.http;

import io.leeway.ingest.IntakeException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that failed, with a sentence that says what to do. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final List<Endpoint> endpoints;

    Failures(List<Endpoint> endpoints) {
        this.endpoints = endpoints;
    }

    static HttpProblem nothingHere() {
        return HttpProblem.notFound("There is nothing here: /openapi.yaml says what can be asked for.");
    }

    /** Answers, unless the other side has gone away. */
    static void answer(Throwable failure, RoutingContext context) {
        if (!context.response().closed()) {
            problem(cause(failure), context).answer().send(context.response());
        }
    }

    /** The status that a failure is answered with, and nothing of what was sent. */
    static String status(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof HttpProblem problem) {
            return Integer.toString(problem.status());
        }
        return cause instanceof IntakeException refused
                ? Integer.toString(problem(refused).status())
                : "500";
    }

    /** No path is like this one, or the path itself is malformed. */
    void notFound(RoutingContext context) {
        nothingHere().answer().send(context.response());
    }

    void malformed(RoutingContext context) {
        HttpProblem.badRequest("The address is malformed: percent-encode what is not a letter or digit.")
                .answer()
                .send(context.response());
    }

    /** What was sent is no request: the connection cannot go on behind it. */
    static void unreadable(HttpServerRequest request) {
        unreadable(request.decoderResult().cause()).answer().send(request.response());
        request.connection().close();
    }

    private static HttpProblem unreadable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return new HttpProblem(414, "The address is too long: it may have 4,096 bytes with its method.");
        }
        return cause instanceof TooLongHttpHeaderException
                ? new HttpProblem(431, "The header fields are too long: they may have 8,192 bytes together.")
                : HttpProblem.badRequest(
                        "This is not HTTP as RFC 9112 has it: look at the request line and the fields.");
    }

    /** The path is right and the method is not. */
    void wrongMethod(RoutingContext context) {
        String allowed = endpoints.stream()
                .filter(endpoint -> endpoint.leads(context.normalizedPath()))
                .flatMap(Endpoint::methods)
                .map(HttpMethod::name)
                .distinct()
                .collect(Collectors.joining(", "));
        new HttpProblem(405, "This can be asked for with " + allowed + " only.")
                .answer()
                .with("Allow", allowed)
                .send(context.response());
    }

    private static HttpProblem problem(Throwable failure, RoutingContext context) {
        if (failure instanceof HttpProblem problem) {
            return problem;
        }
        if (failure instanceof IntakeException refused) {
            return problem(refused);
        }
        LOG.error("{} {} failed", context.request().method(), pattern(context), failure);
        return new HttpProblem(500, "The service failed at this request; its log says why.");
    }

    /** The path as it is documented: what somebody put in place of an id is not for the log. */
    private static String pattern(RoutingContext context) {
        return Optional.ofNullable(context.currentRoute().getPath()).orElse("a path");
    }

    private static HttpProblem problem(IntakeException refused) {
        int status = switch (refused.kind()) {
            case BUSY -> HttpProblem.BUSY;
            case UNAVAILABLE -> 503;
            case FULL -> 507;
            case CONFLICT -> 409;
            case REUSED_KEY -> 422;
            case UNKNOWN_MODEL -> 404;
            case INVALID -> 400;
            case BEYOND -> 422;
        };
        return new HttpProblem(status, String.valueOf(refused.getMessage())).retryAfter(refused.retryAfter());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
