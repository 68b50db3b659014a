package io.leeway.influx;

import io.leeway.series.SeriesUnavailableException;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;

/** An answer that is no success, and what it means: decided by its status and, where servers differ, by its words. */
final class ServerAnswer extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** As much of the body as is read: InfluxDB repeats a refused line, however long it is. */
    private static final int LONGEST_BODY = 1024 * 1024;

    private static final String RETRY_AFTER = "Retry-After";
    private static final String KEPT_RETRY_AFTER = "Leeway-Retry-After";
    private static final int LONGEST_SENTENCE = 500;
    private static final Pattern ABOUT_A_LINE = Pattern.compile("partial write|pars(e|ing)|line protocol");
    private static final Pattern MISSING_TARGET = Pattern.compile("(database|retention policy|bucket) not found");
    private static final Pattern DROPPED = Pattern.compile("dropped=(\\d{1,9})");

    private final int status;
    private final transient Headers headers;
    private final String body;

    ServerAnswer(int status, Headers headers, String body) {
        super("InfluxDB answered " + status + sentence(body));
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static ServerAnswer of(Response response) throws IOException {
        return new ServerAnswer(
                response.code(),
                response.headers(),
                withoutCredentials(response.peekBody(LONGEST_BODY).string(), response.request()));
    }

    /** A server, or a proxy before it, that quotes what it was sent brings no secret into our log. */
    private static String withoutCredentials(String body, Request request) {
        return Optional.ofNullable(request.header("Authorization"))
                .map(header -> body.replace(header.substring(header.indexOf(' ') + 1), "(secret)"))
                .orElse(body);
    }

    /** A query that failed: InfluxDB says so inside an answer 200. */
    static ServerAnswer ofQuery(String error) {
        return new ServerAnswer(200, Headers.of(), error);
    }

    /** Hides the header from OkHttp, which acts on it itself and fails where it is no {@code int}. */
    static Response keepRetryAfter(Response response) {
        String value = response.header(RETRY_AFTER);
        return value == null
                ? response
                : response.newBuilder()
                        .removeHeader(RETRY_AFTER)
                        .header(KEPT_RETRY_AFTER, value)
                        .build();
    }

    Meaning meaning() {
        return switch (status) {
            case 413 -> Meaning.TOO_LARGE;
            case 400, 422 -> Meaning.BAD_LINE;
            case 408, 429 -> Meaning.FOR_NOW;
            case 200 -> body.contains("timeout") ? Meaning.FOR_NOW : Meaning.UNTIL_CHANGED;
            default -> status < 500 || isMissingTarget() ? Meaning.UNTIL_CHANGED : ofFailure();
        };
    }

    /** Whether the server says that it dropped that many points, so that none of them needs to be looked for. */
    boolean dropped(int points) {
        Matcher dropped = DROPPED.matcher(body);
        return dropped.find() && Integer.parseInt(dropped.group(1)) == points;
    }

    /** Whether 3 Core refused us: it asks for a token even to be pinged, and signs every answer. */
    boolean isRefusalOfV3() {
        return (status == 401 || status == 403) && headers.get("cluster-uuid") != null;
    }

    /** Whether the database or bucket is not there. An answer 400 repeats the line, which may hold any words. */
    boolean isMissingTarget() {
        return status == 404
                || MISSING_TARGET.matcher(body.toLowerCase(Locale.ROOT)).find();
    }

    /** The same for those who wait for the points. */
    SeriesUnavailableException unavailable() {
        String message = String.valueOf(getMessage());
        return meaning() == Meaning.FOR_NOW
                ? SeriesUnavailableException.forNow(message, retryAfter())
                : SeriesUnavailableException.untilChanged(message + advice());
    }

    /** In seconds, or a date that is measured against the server's own (RFC 9110, 10.2.3). */
    Optional<Duration> retryAfter() {
        String value = headers.get(KEPT_RETRY_AFTER);
        if (value == null) {
            return Optional.empty();
        }
        return value.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : date(value)
                        .flatMap(then -> date(String.valueOf(headers.get("Date")))
                                .map(now -> Duration.between(now, then))
                                .filter(wait -> !wait.isNegative()));
    }

    /** Releases of 3 before 3.10 answer 500 to a bad line. */
    private Meaning ofFailure() {
        return ABOUT_A_LINE.matcher(body.toLowerCase(Locale.ROOT)).find() ? Meaning.BAD_LINE : Meaning.FOR_NOW;
    }

    private String advice() {
        return switch (status) {
            case 401 -> "; check the token or the user and password";
            case 403 -> "; the token or user may not do this";
            case 404 -> "; check the url, the database or bucket, and the organisation";
            default -> "";
        };
    }

    private static Optional<ZonedDateTime> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static String sentence(String body) {
        String text = body.strip();
        if (text.length() > LONGEST_SENTENCE) {
            int half = LONGEST_SENTENCE / 2;
            text = text.substring(0, half) + " ... " + text.substring(text.length() - half);
        }
        return text.isEmpty() ? "" : ": " + text;
    }

    /** What to do about it. */
    enum Meaning {
        /** Try again later. */
        FOR_NOW,
        /** Somebody has to change something. */
        UNTIL_CHANGED,
        /** Try with fewer lines. */
        TOO_LARGE,
        /** One line or more will never be taken. */
        BAD_LINE
    }
}
