package io.leeway.http;

import io.leeway.access.Bearer;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.Serial;
import java.time.Duration;

/** Why a request is not answered as asked, to be sent as problem details (RFC 9457). It has no stack trace: nobody reads it. */
final class HttpProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Duration retryAfter;
    private final transient Json.Fields more;

    /** The status of a request that is to be sent again a little later. */
    static final int BUSY = 429;

    /**
     * @param sentence what is wrong and what to do
     * @param retryAfter zero: not to be tried again as it is
     * @param more further members of the body
     */
    private HttpProblem(int status, String sentence, Duration retryAfter, Json.Fields more) {
        super(sentence, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
        this.more = more;
    }

    HttpProblem(int status, String sentence) {
        this(status, sentence, Duration.ZERO, out -> {});
    }

    static HttpProblem badRequest(String sentence) {
        return new HttpProblem(400, sentence);
    }

    static HttpProblem notFound(String sentence) {
        return new HttpProblem(404, sentence);
    }

    HttpProblem retryAfter(Duration duration) {
        return new HttpProblem(status, sentence(), duration, more);
    }

    HttpProblem with(Json.Fields members) {
        return new HttpProblem(status, sentence(), retryAfter, members);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    Answer answer() {
        Answer answer = Answer.json(status, out -> {
                    out.writeStringField("type", "about:blank");
                    out.writeStringField(
                            "title", HttpResponseStatus.valueOf(status).reasonPhrase());
                    out.writeNumberField("status", status);
                    out.writeStringField("detail", Bearer.redacted(sentence()));
                    more.write(out);
                })
                .as("application/problem+json");
        return retryAfter.isZero() ? answer : answer.with("Retry-After", Long.toString(seconds()));
    }

    private long seconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
