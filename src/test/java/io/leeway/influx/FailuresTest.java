package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeway.influx.StubServer.Answer;
import io.leeway.influx.StubServer.Request;
import io.leeway.series.Point;
import io.leeway.series.SeriesUnavailableException;
import io.leeway.series.SeriesWriter.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of points when the server does not take them. The answers are those of the servers' sources. */
class FailuresTest {
    private static final Instant MONDAY = Instant.parse("2001-03-05T00:00:00Z");

    private final TreeSet<String> stored = new TreeSet<>();
    private StubServer server;
    private InfluxSeries series;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(request -> Answer.of(204));
        series = new InfluxSeries(InfluxSettings.of(server.url(), "leeway").withGeneration(Generation.V2));
    }

    @AfterEach
    void stop() {
        series.close();
        server.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"code\":\"invalid\",\"message\":\"unable to parse 'ingest n=13': missing tag\"}",
                "422 | {\"code\":\"unprocessable entity\",\"message\":\"failure writing points: schema conflict\"}",
                "400 | {\"error\":\"line protocol parse failed\",\"data\":[]}",
                "500 | {\"error\":\"error parsing line protocol: invalid column type\"}",
                "500 | {\"code\":\"internal error\",\"message\":\"partial write: field type conflict dropped=1\"}"
            })
    void aBadLineIsFoundAndAllOthersAreStored(int status, String body) throws Exception {
        server.behave(
                request -> request.body().contains("n=13i") || request.body().contains("n=700i")
                        ? Answer.of(status, body)
                        : store(request));
        List<Refusal> refused = series.write(points(1_000));
        assertThat(refused).extracting(Refusal::point).containsExactly(point(13), point(700));
        assertThat(refused.get(0).reason()).contains(String.valueOf(status)).contains(body);
        assertThat(stored).hasSize(998);
    }

    @Test
    void aBadLineMaySayAnything() throws Exception {
        server.behave(request -> Answer.of(400, "unable to parse 'text=\"database not found: timeout\"'"));
        assertThat(series.write(points(1))).hasSize(1);
    }

    @Test
    void findingOneBadLineTakesTwoRequestsAHalving() throws Exception {
        server.behave(request -> request.body().contains("n=13i") ? Answer.of(400) : store(request));
        assertThat(series.write(points(1_024))).hasSize(1);
        assertThat(server.asked("/write")).hasSize(1 + 2 * 10);
    }

    @Test
    void whenAllAreDroppedNoneIsLookedFor() throws Exception {
        String body = "{\"error\":\"partial write: points beyond retention policy dropped=100\"}";
        server.behave(request -> Answer.of(400, body));
        List<Refusal> refused = series.write(points(100));
        assertThat(refused)
                .hasSize(100)
                .extracting(Refusal::reason)
                .allMatch(reason -> reason.contains("beyond retention"));
        assertThat(server.asked("/write")).hasSize(1);
    }

    @Test
    void aBatchThatIsTooLargeIsHalved() throws Exception {
        server.behave(request -> request.body().length() > 10_000 ? Answer.of(413) : store(request));
        assertThat(series.write(points(1_000))).isEmpty();
        assertThat(stored).hasSize(1_000);
    }

    @Test
    void aPointThatAloneIsTooLargeIsRefused() throws Exception {
        server.behave(request -> Answer.of(413));
        assertThat(series.write(points(1)))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo("InfluxDB answered 413"));
    }

    @Test
    void aPointOutsideTheTimesOfInfluxDbIsRefused() throws Exception {
        server.behave(this::store);
        Point late = new Point("ingest", Instant.parse("2300-01-01T00:00:00Z"), point(1).tags(), Map.of("n", 1L));
        assertThat(series.write(List.of(late, point(2))))
                .extracting(Refusal::point)
                .containsExactly(late);
        assertThat(stored).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | ''                                             | check the token",
                "403 | {\"error\":\"user not authorized to write\"}   | may not do this",
                "404 | {\"error\":\"database not found: leeway\"}     | database not found",
                "404 | ''                                             | check the url",
                "500 | {\"error\":\"retention policy not found: x\"}  | retention policy not found",
                "405 | ''                                             | answered 405"
            })
    void whatAnOperatorMustChangeIsSaidSo(int status, String body, String sentence) {
        server.behave(request -> Answer.of(status, body));
        SeriesUnavailableException failure = failure();
        assertThat(failure.operatorNeeded()).isTrue();
        assertThat(failure).hasMessageContaining(sentence);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "408 | ''",
                "429 | ''",
                "500 | {\"error\":\"timeout\"}",
                "502 | <html>Bad gateway</html>",
                "503 | {\"error\":\"queue is full\"}",
                "504 | ''"
            })
    void whatPassesIsForNow(int status, String body) {
        server.behave(request -> Answer.of(status, body));
        assertThat(failure().operatorNeeded()).isFalse();
    }

    @Test
    void whenToComeBackIsToldInSeconds() {
        server.behave(request -> new Answer(503, Map.of("Retry-After", "17"), ""));
        assertThat(failure().retryAfter()).hasValue(Duration.ofSeconds(17));
    }

    @Test
    void whenToComeBackIsToldAsADateOfTheServersClock() {
        Headers headers =
                Headers.of("Date", "Mon, 05 Mar 2001 00:00:00 GMT", "Retry-After", "Mon, 05 Mar 2001 00:01:30 GMT");
        assertThat(answer(429, headers).retryAfter()).hasValue(Duration.ofSeconds(90));
        assertThat(answer(429, headers.newBuilder().removeAll("Date").build()).retryAfter())
                .isEmpty();
    }

    @Test
    void aTimeToComeBackThatMakesNoSenseIsIgnored() {
        for (String value : List.of("soon", "-1", "", "99999999999", "Mon, 05 Mar 1990 00:00:00 GMT")) {
            server.behave(request -> new Answer(503, Map.of("Retry-After", value), ""));
            assertThat(failure().retryAfter()).as(value).isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereIsForNow() {
        server.close();
        SeriesUnavailableException failure = failure();
        assertThat(failure.operatorNeeded()).isFalse();
        assertThat(failure).hasMessageContaining("cannot be reached");
        assertThat(series.reachable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatNeverEndsItsAnswerIsGivenUpForNow(boolean drips) throws Exception {
        try (StubbornServer stubborn = drips ? StubbornServer.dripping() : StubbornServer.silent();
                InfluxSeries waiting = new InfluxSeries(InfluxSettings.of(stubborn.url(), "leeway")
                        .withGeneration(Generation.V2)
                        .withPatience(Duration.ofMillis(200)))) {
            assertThatThrownBy(() -> waiting.write(points(1)))
                    .isInstanceOfSatisfying(
                            SeriesUnavailableException.class,
                            failure -> assertThat(failure.operatorNeeded()).isFalse());
        }
    }

    @Test
    void aLongComplaintIsShortened() {
        server.behave(request -> Answer.of(503, "x".repeat(70_000)));
        assertThat(failure().getMessage()).hasSizeLessThan(600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"results\":[{\"statement_id\":0,\"error\":\"database not found: leeway\"}]} | true",
                "{\"results\":[{\"statement_id\":0,\"error\":\"query-timeout limit exceeded\"}]} | false",
                "{\"error\":\"error parsing query: found EOF\"} | true",
                "{\"results\":[{\"series\":[{\"columns\":[\"time\"],\"values\":[],\"partial\":true}]}]} | true"
            })
    void anErrorInsideAnAnswerOf200IsAnError(String body, boolean operator) {
        server.behave(request -> Answer.of(200, body));
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        SeriesUnavailableException.class,
                        failure -> assertThat(failure.operatorNeeded()).isEqualTo(operator));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<html></html>", "''", "{\"results\":[{\"series\":[", "[]", "{\"results\":3}"})
    void anAnswerThatIsNoneIsForNowOrEmpty(String body) {
        server.behave(request -> Answer.of(200, body));
        try {
            assertThat(read()).isEmpty();
        } catch (SeriesUnavailableException failure) {
            assertThat(failure.operatorNeeded()).isFalse();
        }
    }

    @Test
    void anAnswerInPartsIsPutTogether() throws Exception {
        String part =
                "{\"results\":[{\"series\":[{\"name\":\"ingest\",\"columns\":[\"time\",\"model\",\"version\",\"n\"],"
                        + "\"values\":[[%d,\"delays\",\"1\",%d]],\"partial\":%s}],\"partial\":%s}]}\n";
        server.behave(request -> Answer.of(
                200,
                part.formatted(983_750_400_000_000_001L, 1, true, true)
                        + part.formatted(983_750_400_000_000_002L, 2, false, false)));
        assertThat(read()).containsExactly(point(1), point(2));
    }

    private static ServerAnswer answer(int status, Headers headers) {
        Response response = new Response.Builder()
                .request(new okhttp3.Request.Builder()
                        .url("http://localhost/write")
                        .build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .headers(headers)
                .build();
        return new ServerAnswer(status, ServerAnswer.keepRetryAfter(response).headers(), "");
    }

    private Answer store(Request request) {
        request.body().lines().forEach(stored::add);
        return Answer.of(204);
    }

    private List<Point> read() throws SeriesUnavailableException {
        return series.read("ingest", Map.of("model", "delays"), MONDAY, MONDAY.plusSeconds(1));
    }

    private SeriesUnavailableException failure() {
        return catchThrowableOfType(
                SeriesUnavailableException.class,
                () -> assertThat(series.write(points(10))).isEmpty());
    }

    private static List<Point> points(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(FailuresTest::point).toList();
    }

    private static Point point(long n) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", "delays");
        tags.put("version", "1");
        return new Point("ingest", MONDAY.plusNanos(n), tags, Map.of("n", n));
    }
}
