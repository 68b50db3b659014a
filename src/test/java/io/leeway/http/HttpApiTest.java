package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.event.Batch;
import io.leeway.http.Probe.Health;
import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Rejection;
import io.leeway.wire.Limits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The interface as its clients see it, over a real connection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Bounds BOUNDS =
            new Bounds(100_000, 300_000, 1_000, 350_000, Limits.withDefaults(), Duration.ofMillis(200));
    private static final String PREDICTIONS = "/v1/models/flights/predictions";
    private static final String NDJSON = "application/x-ndjson";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private FakeIntake intake = new FakeIntake();
    private FakeReports reports = new FakeReports();
    private volatile Probe.State series = Probe.State.UP;
    private volatile Probe.State journal = Probe.State.UP;
    private volatile Probe.State counting = Probe.State.UP;
    private CountedRows counted = new CountedRows();
    private String address = "";

    @BeforeEach
    void start() {
        intake = new FakeIntake();
        reports = new FakeReports();
        counted = new CountedRows();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(new HttpApi(vertx, ports()).router())
                .listen(0, "127.0.0.1")
                .await();
        address = "http://127.0.0.1:" + server.actualPort();
    }

    @AfterAll
    void stop() {
        vertx.close().await();
    }

    @Test
    void everyRowOfAPostIsAnsweredFor() throws Exception {
        String body = "{\"score\":0.5}\nbroken\n{\"score\":0.5}\n{\"score\":0.5}\n";
        intake.rejections = List.of(new Rejection(1, Rejection.Reason.TOO_OLD, "Too old."));
        HttpResponse<String> answer = post(PREDICTIONS, NDJSON, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Leeway-Position")).contains("1");
        assertThat(counted.all).isEqualTo(Map.of("received", 4L, "accepted", 2L, "bad_row", 1L, "too_old", 1L));
        assertThat(answer.body())
                .startsWith(
                        "{\"received\":4,\"accepted\":2,\"rejected\":2,\"errors\":[{\"index\":1,\"reason\":\"bad_row\",")
                .endsWith(",{\"index\":2,\"reason\":\"too_old\",\"detail\":\"Too old.\"}]}");
        assertThat(intake.taken).containsExactly("predictions flights 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "predictions | application/json | {\"score\":0} | predictions flights 1",
                "predictions | application/json; charset=utf-8 | [{\"score\":0},{\"score\":1}] | predictions flights 2",
                "predictions | text/csv | `score\n0\n1\n` | predictions flights 2",
                "labels | application/json | {\"id\":\"a\",\"label\":1} | labels flights 1",
                "labels | text/csv | `id,label\na,1\n` | labels flights 1"
            })
    void everyFormatIsTaken(String what, String type, String body, String taken) throws Exception {
        HttpResponse<String> answer = post("/v1/models/flights/" + what, type, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(intake.taken).containsExactly(taken);
    }

    @Test
    void anIdempotencyKeyIsHandedOn() throws Exception {
        HttpResponse<String> answer = send(request(PREDICTIONS)
                .header("Content-Type", NDJSON)
                .header("Idempotency-Key", "k1")
                .POST(BodyPublishers.ofString("{\"score\":0}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(intake.taken).containsExactly("predictions flights 1 k1");
    }

    @Test
    void rowsWithoutATimeGetThatOfTheirArrival() throws Exception {
        assertThat(post(PREDICTIONS, NDJSON, "{\"score\":0}").statusCode()).isEqualTo(200);
        assertThat(intake.lastBatch.map(Batch::timestamps)).hasValue(new long[] {NOW.toEpochMilli()});
    }

    @Test
    void aCompressedBodyIsReadAsItComes() throws Exception {
        String rows = "{\"score\":0.5}\n".repeat(2000);
        HttpResponse<String> answer = send(request(PREDICTIONS)
                .header("Content-Type", NDJSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(gzip(rows)))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(intake.taken).containsExactly("predictions flights 2000");
    }

    @Test
    void aSenderWhoAsksFirstIsToldToGoOn() throws Exception {
        HttpResponse<String> answer = send(request(PREDICTIONS)
                .header("Content-Type", NDJSON)
                .expectContinue(true)
                .POST(BodyPublishers.ofString("{\"score\":0}")));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whenEveryRowIsRejectedNothingIsTakenAndThereIsNothingToWaitFor() throws Exception {
        HttpResponse<String> answer = post(PREDICTIONS, NDJSON, "{\"features\":{}}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Leeway-Position")).contains("0");
        assertThat(answer.body()).startsWith("{\"received\":1,\"accepted\":0,\"rejected\":1");
        assertThat(intake.taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | | 400 | The body is empty: send at least one row.",
                "application/json | hello | 400 | No row could be read. The first: The row is not valid JSON",
                "application/json | {\"score\": | 400 | No row could be read. The first: The body ends in the middle",
                "text/csv | a;b | 400 | The columns must be separated by commas",
                "text/plain | x | 415 | Content-Type must be application/json, application/x-ndjson or text/csv."
            })
    void aBodyOfWhichNothingCanBeReadIsRefused(String type, String body, int status, String detail) throws Exception {
        HttpResponse<String> answer = post(PREDICTIONS, type, body == null ? "" : body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).contains("\"detail\":\"" + detail);
        assertThat(intake.taken).isEmpty();
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        byte[] large = "{\"score\":0.5}\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThat(post(PREDICTIONS, NDJSON, large).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = send(request(PREDICTIONS)
                .header("Content-Type", NDJSON)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("The body is larger than 100000 bytes: send it in several requests.");
        assertThat(intake.taken).isEmpty();
    }

    @Test
    void aSmallBodyThatInflatesWithoutEndIsRefused() throws Exception {
        byte[] bomb = gzip("{\"score\":0.5}\n".repeat(100_000));
        assertThat(bomb.length).isLessThan(100_000);
        HttpResponse<String> answer = send(gzipped(bomb));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(intake.taken).isEmpty();
    }

    @Test
    void bodiesNotYetAnsweredAreBoundedTogether() throws Exception {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        intake.durable = durable;
        byte[] half = gzip("{\"score\":0.5}\n".repeat(14_000));
        CompletableFuture<HttpResponse<String>> first =
                client.sendAsync(gzipped(half).build(), BodyHandlers.ofString());
        await().until(() -> !intake.taken.isEmpty());
        HttpResponse<String> second = send(gzipped(half));
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        assertThat(counted.all).isEqualTo(Map.of("busy", 1L));
        assertThat(durable.complete(null)).isTrue();
        assertThat(first.get().statusCode()).isEqualTo(200);
        await().until(() -> send(gzipped(half)).statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource({"gzip, 400", "br, 415"})
    void aBodyThatIsNotWhatItsEncodingSaysIsRefused(String encoding, int status) throws Exception {
        HttpResponse<String> answer = send(request(PREDICTIONS)
                .header("Content-Type", NDJSON)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofString("{\"score\":0}")));
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, 429, 3",
        "UNAVAILABLE, 503, 3",
        "FULL, 507, 3",
        "CONFLICT, 409, 0",
        "UNKNOWN_MODEL, 404, 0",
        "INVALID, 400, 0"
    })
    void whatTheIntakeRefusesSaysWhatToDo(IntakeException.Kind kind, int status, int retryAfter) throws Exception {
        intake.refusal = Optional.of(new IntakeException(
                kind, "Not like this.", Duration.ofMillis(retryAfter * 1000L - Math.min(retryAfter, 1))));
        HttpResponse<String> answer = post(PREDICTIONS, NDJSON, "{\"score\":0}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"detail\":\"Not like this.\"");
        assertThat(answer.headers().firstValue("Retry-After"))
                .isEqualTo(retryAfter == 0 ? Optional.empty() : Optional.of("3"));
        assertThat(counted.all).isEqualTo(status == 429 ? Map.of("busy", 1L) : Map.of());
    }

    @Test
    void settingsAreAnsweredWhole() throws Exception {
        HttpResponse<String> answer = put("/v1/models/flights", "application/json", "{\"alpha\":0.05}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Leeway-Position")).contains("1");
        assertThat(answer.body()).contains("\"alpha\":0.05").contains("\"windows\":[\"1h\",\"1d\"]");
    }

    @Test
    void settingsWithProblemsAreRefusedWithAllOfThem() throws Exception {
        HttpResponse<String> answer = put("/v1/models/flights", "application/json", "{\"alpha\":5,\"windos\":[]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("{\"path\":\"windos\",\"detail\":\"is not known: did you mean windows?\"}")
                .contains("\"path\":\"alpha\"");
        assertThat(intake.taken).isEmpty();
    }

    @Test
    void aReferenceSetIsAnsweredWithItsSummary() throws Exception {
        HttpResponse<String> answer =
                put("/v1/models/flights/baseline?version=2", "text/csv", "distance,score\n1,0\n2,1\n3\n");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(intake.taken).containsExactly("baseline flights 2 2");
        assertThat(answer.body())
                .startsWith("{\"received\":3,\"accepted\":2,\"rejected\":1,")
                .contains("\"id\":\"b1\",\"n\":2,\"learned\":false,\"features\":[{\"name\":\"distance\"");
    }

    @Test
    void aPredictionCanBeForgotten() throws Exception {
        HttpResponse<String> answer = send(request(PREDICTIONS + "/a%2Fb").DELETE());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(intake.taken).containsExactly("forget flights a/b");
    }

    @Test
    void anIdThatNoPredictionCanHaveIsNotForgotten() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + PREDICTIONS + "/" + "x".repeat(257)))
                .DELETE()
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id is longer than 256 bytes.");
        assertThat(intake.taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"*, version must not be *", "x, version is longer than 256 bytes."})
    void aReferenceSetIsForAllVersionsOrForOneThatRowsCanHave(String letter, String detail) throws Exception {
        String version = letter.equals("*") ? letter : letter.repeat(257);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/v1/models/flights/baseline?version=" + version))
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString("score\n0\n"))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(detail);
    }

    @Test
    void aModelSaysHowFarItHasCome() throws Exception {
        assertThat(get("/v1/models").body())
                .startsWith("{\"models\":[{\"model\":\"flights\",\"task\":\"binary\",\"positive\":\"1\",")
                .contains(
                        "\"windows\":[\"1d\",\"7d\"],\"versions\":[\"1\",\"2\"],\"last_seen\":\"2001-05-21T00:00:00Z\"")
                .contains("\"watermark\":null,\"open_incidents\":1,")
                .contains(
                        "\"predictions\":{\"received\":5,\"accepted\":4,\"rejected\":1,\"duplicates\":1,\"counted\":3}");
        assertThat(get("/v1/models/flights").body())
                .contains("\"features\":{\"hour\":\"numeric\"},\"settings\":{\"task\":\"binary\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-05-21T00:00:00Z", "2001-05-21T00%3A00%3A00Z", "2001-05-21"})
    void aWindowIsReportedWhole(String start) throws Exception {
        HttpResponse<String> answer = get("/v1/models/flights/windows/" + start + "?size=7d");
        assertThat(answer.body())
                .isEqualTo("{\"model\":\"flights\",\"version\":\"*\",\"segment\":\"all\",\"window\":{\"size\":\"7d\","
                        + "\"start\":\"2001-05-21T00:00:00Z\",\"end\":\"2001-05-28T00:00:00Z\"},\"state\":\"closed\","
                        + "\"revision\":2,\"n\":40,\"baseline\":{\"id\":\"b1\",\"n\":6000,\"learned\":false,"
                        + "\"rows_on_another\":0,\"performance\":{}},\"labels\":{\"n\":30,\"coverage\":0.75},"
                        + "\"performance\":{\"accuracy\":0.875,\"tp\":7},\"drifted_features\":1,\"features\":["
                        + "{\"name\":\"distance\",\"role\":\"feature\",\"kind\":\"numeric\",\"n\":40,\"n_valid\":39,"
                        + "\"psi\":0.25,\"bins\":10,\"verdict\":\"drifted\",\"reason\":\"Larger than usual.\"}]}");
    }

    @Test
    void windowsAreListedWithoutTheirFeatures() throws Exception {
        String path = "/v1/models/flights/windows?size=7d&from=2001-05-01&to=2001-06-01T00:00:00%2B02:00&version=2";
        assertThat(get(path).body())
                .startsWith("{\"windows\":[{\"model\":\"flights\",\"version\":\"2\",")
                .doesNotContain("\"features\"");
        assertThat(get("/v1/models/flights/windows?size=7d&to=2001-05-21").body())
                .isEqualTo("{\"windows\":[]}");
    }

    @Test
    void histogramsStandSideBySide() throws Exception {
        assertThat(get("/v1/models/flights/features/a%2Fb?size=7d&start=2001-05-21")
                        .body())
                .isEqualTo(
                        "{\"model\":\"flights\",\"feature\":\"a/b\",\"size\":\"7d\",\"start\":\"2001-05-21T00:00:00Z\","
                                + "\"kind\":\"numeric\",\"bins\":[\"(-inf, 1]\",\"(1, inf)\"],\"baseline\":[3,4],\"window\":[5,0]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/models/nobody | 404 | The model is not known",
                "/v1/models/no%20body | 400 | A model's name is 1 to 128 letters",
                "/v1/models/flights/windows?size=1h | 404 | The model has no windows of that size: it has 1d, 7d.",
                "/v1/models/flights/windows | 400 | size is missing: the model has windows of 1d, 7d.",
                "/v1/models/flights/windows?size=7d&from=soon | 400 | from must be a date or RFC 3339",
                "/v1/models/flights/windows?size=7d&to=%2B999999999-01-01 | 400 | to must be a date or RFC 3339",
                "/v1/models/flights/windows?size=7d&from=-999999999-01-01T00:00:00Z | 400 | from must be a date or RFC",
                "/v1/models/flights/windows/2001-05-22?size=7d | 404 | No window of 7d starts then: the one that holds this"
                        + " time starts at 2001-05-21T00:00:00Z.",
                "/v1/models/flights/windows/2001-05-28?size=7d | 404 | Nothing is known of the window of 7d from",
                "/v1/models/flights/features/hour?size=7d | 400 | start is missing",
                "/v1/models/flights/features/hour?size=7d&start=2001-05-21 | 404 | There is no such feature",
                "/v1/incidents/i2 | 404 | There is no such incident",
                "/v1/mails/m2 | 404 | There is no such mail",
                "/v2/models | 404 | There is nothing here",
                "/nothing.js | 404 | There is nothing here",
                "/../pom.xml | 404 | There is nothing here"
            })
    void whatCannotBeAnsweredSaysWhatToDo(String path, int status, String detail) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.body()).contains("\"detail\":\"" + detail);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aMalformedAddressIsRefused() {
        String answer = vertx.createHttpClient()
                .request(new RequestOptions().setAbsoluteURI(address).setURI("/v1/models/%zz"))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body().map(body -> response.statusCode() + " " + body))
                .await();
        assertThat(answer).startsWith("400 ").contains("\"detail\":\"The address is malformed");
    }

    @Test
    void aHeadIsAGetWithoutItsBody() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/healthz"))
                .method("HEAD", BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() throws Exception {
        HttpResponse<String> answer = post("/v1/models/flights", NDJSON, "{}");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("PUT, GET, HEAD");
        assertThat(post("/v1/nothing/at/all", NDJSON, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void aGetWaitsForThePositionItNames() throws Exception {
        assertThat(getAt("/v1/models", "10").statusCode()).isEqualTo(200);
        HttpResponse<String> late = getAt("/v1/models", "11");
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.headers().firstValue("Retry-After")).contains("1");
        reports.catchUp();
        assertThat(getAt("/v1/models", "11").statusCode()).isEqualTo(200);
        assertThat(getAt("/v1/models", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void incidentsAndMailsCanBeRead() throws Exception {
        String incident =
                "{\"id\":\"i1\",\"rule\":\"drift\",\"model\":\"flights\",\"version\":\"*\",\"level\":\"page\","
                        + "\"state\":\"open\",\"opened\":\"2026-01-02T03:04:05Z\",\"resolved\":null,\"title\":\"distance\","
                        + "\"text\":\"Look.\"}";
        assertThat(get("/v1/incidents").body()).isEqualTo("{\"incidents\":[" + incident + "]}");
        assertThat(get("/v1/incidents/i1").body()).isEqualTo(incident);
        assertThat(get("/v1/mails").body())
                .isEqualTo("{\"mails\":[{\"id\":\"m1\",\"date\":\"2026-01-02T03:04:05Z\",\"to\":\"a@b.example\","
                        + "\"subject\":\"[flights] distance\",\"state\":\"sent\"}]}");
        HttpResponse<String> mail = get("/v1/mails/m1");
        assertThat(mail.body()).isEqualTo("Dear you");
        assertThat(mail.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void aServiceThatOnlyANewStartHelpsSaysSo() throws Exception {
        counting = Probe.State.DOWN;
        assertThat(get("/healthz").statusCode()).isEqualTo(503);
        assertThat(get("/healthz").body()).isEqualTo("{\"status\":\"failed\",\"detail\":\"Lane 0 failed.\"}");
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        counting = Probe.State.UP;
        assertThat(get("/healthz").body()).isEqualTo("{\"status\":\"alive\"}");
    }

    @Test
    void readinessNamesEveryProbeAndOnlyWhatIsDownStandsInTheWay() throws Exception {
        series = Probe.State.DEGRADED;
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body())
                .isEqualTo(
                        "{\"ready\":true,\"probes\":[{\"name\":\"counting\",\"state\":\"up\",\"detail\":\"Lane 0 failed.\"},"
                                + "{\"name\":\"journal\",\"state\":\"up\",\"detail\":\"\"},"
                                + "{\"name\":\"series\",\"state\":\"degraded\",\"detail\":\"\"}]}");
        journal = Probe.State.DOWN;
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        series = Probe.State.UP;
        journal = Probe.State.UP;
    }

    @Test
    void metricsAreForPrometheus() throws Exception {
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.body()).isEqualTo("leeway_rows_total 7\n");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
    }

    @Test
    void everyAnswerForbidsForeignScriptsAndFrames() throws Exception {
        for (String path : List.of("/", "/healthz", "/nothing")) {
            assertThat(get(path).headers().map())
                    .containsEntry(
                            "content-security-policy",
                            List.of("default-src 'self'; frame-ancestors 'none'; base-uri 'none'"))
                    .containsEntry("x-content-type-options", List.of("nosniff"));
        }
    }

    @Test
    void theDescriptionAndTheRoutesNameTheSame() throws Exception {
        Map<String, Map<String, Object>> paths = described(get("/openapi.yaml").body());
        Set<String> described = new HashSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(key -> !key.equals("parameters"))
                .forEach(method -> described.add(method + " " + path)));
        Set<String> routes = new HttpApi(vertx, ports())
                .endpoints().stream()
                        .map(endpoint -> endpoint.method().name().toLowerCase(Locale.ROOT) + " " + endpoint.path())
                        .collect(Collectors.toSet());
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void everyReferenceInTheDescriptionLeadsSomewhere() throws Exception {
        String yaml = get("/openapi.yaml").body();
        Map<String, Object> whole = new Yaml().load(yaml);
        Pattern.compile("\\$ref: '#/(\\w+)/(\\w+)/(\\w+)'")
                .matcher(yaml)
                .results()
                .forEach(reference -> assertThat(whole)
                        .extractingByKey(reference.group(1))
                        .extracting(reference.group(2))
                        .extracting(reference.group(3))
                        .as(reference.group())
                        .isNotNull());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> described(String yaml) {
        Map<String, Object> whole = new Yaml().load(yaml);
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(whole.get("paths"));
    }

    private Ports ports() {
        return new Ports(
                intake,
                counted,
                reports,
                new FakeOnCall(NOW),
                new Self(
                        List.of(() -> new Health("counting", counting, "Lane 0 failed.")),
                        List.of(() -> new Health("journal", journal, ""), () -> new Health("series", series, "")),
                        () -> "leeway_rows_total 7\n"),
                () -> NOW,
                BOUNDS);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> getAt(String path, String position) throws Exception {
        return send(request(path).header("Leeway-Position", position).GET());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder gzipped(byte[] body) {
        return request(PREDICTIONS)
                .header("Content-Type", NDJSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> put(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static byte[] gzip(String plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return out.toByteArray();
    }
}
