package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.influx.StubServer.Answer;
import io.leeway.influx.StubServer.Request;
import io.leeway.series.Point;
import io.leeway.series.SeriesUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each generation is recognised and spoken to. The answers are those of their sources. */
class GenerationsTest {
    private static final Instant MONDAY = Instant.parse("2001-03-05T00:00:00Z");

    private StubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(request -> Answer.of(204));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"1.6.7~rc0,V1", "1.12.4,V1", "v2.7.1,V2", "2.9.1,V2", "3.10.0,V3", "v3.11.2,V3"})
    void aGenerationIsKnownByItsVersion(String version, Generation generation) {
        assertThat(Generation.ofVersion(version)).hasValue(generation);
    }

    @ParameterizedTest
    @CsvSource({"''", "unknown", "4.0.0", "12.1", "nightly-2026"})
    void otherVersionsAreNotGuessed(String version) {
        assertThat(Generation.ofVersion(version)).isEmpty();
    }

    @Test
    void v1IsWrittenByItsOwnPathWithoutAPrecisionItMightNotKnow() throws Exception {
        server.behave(version("1.6.7~rc0", request -> Answer.of(204)));
        write(settings().withAccess(new Access.Password("leeway", Secret.of("a:b"))), point(1));
        Request write = server.asked("/write").get(0);
        assertThat(write.query()).isEqualTo("db=leeway");
        assertThat(write.zipped()).isTrue();
        // printf 'leeway:a:b' | base64
        assertThat(write.authorization()).isEqualTo("Basic bGVld2F5OmE6Yg==");
        assertThat(write.body()).isEqualTo("ingest,model=delays,version=1 n=1i 983750400000000000\n");
    }

    @Test
    void v2IsWrittenByItsBucketWithAToken() throws Exception {
        server.behave(version("v2.7.1", request -> Answer.of(204)));
        write(settings().withoutCreation().withOrganisation("acme").withAccess(token()), point(1));
        Request write = server.asked("/api/v2/write").get(0);
        assertThat(write.query().split("&")).containsExactlyInAnyOrder("org=acme", "bucket=leeway", "precision=ns");
        assertThat(write.authorization()).isEqualTo("Token t0ken");
    }

    @Test
    void v2TakesAPasswordOnItsOldPathOnly() throws Exception {
        server.behave(version("v2.7.1", request -> Answer.of(204)));
        write(settings().withAccess(new Access.Password("any", Secret.of("t0ken"))), point(1));
        assertThat(server.asked("/api/v2/write")).isEmpty();
        assertThat(server.asked("/write")).hasSize(1);
    }

    @Test
    void v3ThatRefusesToBePingedIsKnownByItsSignature() throws Exception {
        server.behave(request ->
                request.path().equals("/ping") ? new Answer(401, Map.of("cluster-uuid", "0a1b"), "") : Answer.of(204));
        write(settings().withAccess(token()), point(1));
        assertThat(server.asked("/write")).hasSize(1);
    }

    @Test
    void v3GetsARevisionOfItsOwnTimeBecauseItDoesNotOverwrite() throws Exception {
        server.behave(version("3.10.0", request -> Answer.of(204)));
        write(settings(), window(1, 5), window(2, 7), point(1));
        assertThat(server.asked("/write").get(0).body().lines())
                .containsExactly(
                        "window,model=delays,version=*,segment=all,window=1d n=5i,revision=1i 983750400000000001",
                        "window,model=delays,version=*,segment=all,window=1d n=7i,revision=2i 983750400000000002",
                        "ingest,model=delays,version=1 n=1i 983750400000000000");
    }

    @Test
    void ofV3TheLastRevisionIsRead() throws Exception {
        server.behave(version("3.10.0", request -> Answer.of(200, """
                {"results":[{"statement_id":0,"series":[{"name":"window",
                  "columns":["time","model","version","segment","window","n","revision"],"values":[
                  [983750400000000002,"delays","*","all","1d",7,2],
                  [983750400000000001,"delays","*","all","1d",5,1],
                  [983836800000000001,"delays","*","all","1d",9,1]]}]}]}""")));
        try (InfluxSeries series = new InfluxSeries(settings())) {
            assertThat(series.read("window", Map.of("model", "delays"), MONDAY, MONDAY.plusSeconds(86_400)))
                    .containsExactly(window(2, 7));
        }
    }

    @Test
    void v3IsAskedForThreeDaysAtATime() throws Exception {
        server.behave(version("3.10.0", request -> Answer.of(200, "{\"results\":[{\"statement_id\":0}]}")));
        try (InfluxSeries series = new InfluxSeries(settings())) {
            assertThat(series.read("window", Map.of(), MONDAY, MONDAY.plusSeconds(7 * 86_400)))
                    .isEmpty();
        }
        assertThat(server.asked("/query")).hasSize(3);
    }

    @Test
    void aPathInTheUrlIsKept() throws Exception {
        server.behave(request -> request.path().equals("/influx/ping")
                ? new Answer(204, Map.of("X-Influxdb-Version", "1.8.10"), "")
                : Answer.of(request.path().equals("/influx/query") ? 200 : 204, "{\"results\":[]}"));
        InfluxSettings behind = InfluxSettings.of(URI.create(server.url() + "/influx"), "leeway");
        write(behind, point(1));
        assertThat(server.asked())
                .extracting(Request::path)
                .containsExactly("/influx/ping", "/influx/query", "/influx/write");
    }

    @Test
    void theGenerationCanBeSetWhereTheServerDoesNotSay() throws Exception {
        write(settings().withGeneration(Generation.V1), point(1));
        assertThat(server.asked("/ping")).isEmpty();
        assertThat(server.asked("/write")).hasSize(1);
    }

    @Test
    void whatIsNoInfluxDbIsNotWrittenTo() {
        server.behave(request -> Answer.of(200, "<html>Welcome</html>"));
        assertThatThrownBy(() -> write(settings(), point(1)))
                .isInstanceOfSatisfying(
                        SeriesUnavailableException.class,
                        failure -> assertThat(failure.operatorNeeded()).isTrue())
                .hasMessageContaining("does not say which InfluxDB it is");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void pointsAreNotGivenUpBecauseThePingIsNotUnderstood() {
        server.behave(request -> Answer.of(400, "Client sent an HTTP request to an HTTPS server."));
        assertThatThrownBy(() -> write(settings(), point(1)))
                .isInstanceOf(SeriesUnavailableException.class)
                .hasMessageContaining("HTTPS server");
    }

    @Test
    void aServerThatComesBackAsAnotherGenerationIsRecognised() throws Exception {
        server.behave(version("1.8.10", request -> Answer.of(204)));
        try (InfluxSeries series = new InfluxSeries(settings().withoutCreation().withAccess(token()))) {
            assertThat(series.write(List.of(point(1)))).isEmpty();
            server.behave(version(
                    "v2.7.1",
                    request -> Answer.of(
                            request.path().equals("/write") ? 404 : 204, "{\"error\":\"database not found\"}")));
            assertThatThrownBy(() -> series.write(List.of(point(2)))).isInstanceOf(SeriesUnavailableException.class);
            assertThat(series.write(List.of(point(2)))).isEmpty();
        }
        assertThat(server.asked("/api/v2/write")).hasSize(1);
    }

    @Test
    void aMissingBucketIsCreated() throws Exception {
        server.behave(version("v2.7.1", GenerationsTest::withoutBuckets));
        write(settings().withOrganisation("acme").withAccess(token()), point(1));
        Request creation = server.asked("/api/v2/buckets").stream()
                .filter(request -> request.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertThat(creation.body()).contains("\"orgID\":\"0123456789abcdef\"", "\"name\":\"leeway\"");
        assertThat(server.asked("/api/v2/write")).hasSize(1);
    }

    @Test
    void notBeingAllowedToCreateIsNoReasonNotToWrite() throws Exception {
        server.behave(version(
                "v2.7.1",
                request -> request.isWrite()
                        ? Answer.of(204)
                        : Answer.of(403, "{\"code\":\"forbidden\",\"message\":\"insufficient permissions\"}")));
        write(settings().withAccess(token()), point(1));
        server.behave(version(
                "1.8.10",
                request -> request.isWrite()
                        ? Answer.of(204)
                        : Answer.of(403, "{\"error\":\"error authorizing query\"}")));
        write(settings().withAccess(new Access.Password("writer", Secret.of("p"))), point(1));
        assertThat(server.asked().stream().filter(Request::isWrite)).hasSize(2);
    }

    private static Answer withoutBuckets(Request request) {
        return switch (request.path()) {
            case "/api/v2/buckets" ->
                request.method().equals("GET") ? Answer.of(200, "{\"buckets\":[]}") : Answer.of(201, request.body());
            case "/api/v2/orgs" -> Answer.of(200, "{\"orgs\":[{\"id\":\"0123456789abcdef\",\"name\":\"acme\"}]}");
            default -> Answer.of(204);
        };
    }

    private static Function<Request, Answer> version(String version, Function<Request, Answer> otherwise) {
        return request -> request.path().equals("/ping")
                ? new Answer(204, Map.of("X-Influxdb-Version", version), "")
                : otherwise.apply(request);
    }

    private InfluxSettings settings() {
        return InfluxSettings.of(server.url(), "leeway");
    }

    private static Access token() {
        return new Access.Token(Secret.of("t0ken"));
    }

    private static void write(InfluxSettings settings, Point... points) throws SeriesUnavailableException {
        try (InfluxSeries series = new InfluxSeries(settings)) {
            assertThat(series.write(List.of(points))).isEmpty();
        }
    }

    private static Point point(long n) {
        return new Point("ingest", MONDAY, tags("model", "delays", "version", "1"), Map.of("n", n));
    }

    private static Point window(long revision, long n) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", n);
        fields.put("revision", revision);
        return new Point(
                "window", MONDAY, tags("model", "delays", "version", "*", "segment", "all", "window", "1d"), fields);
    }

    private static Map<String, String> tags(String... namesAndValues) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tags.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return tags;
    }
}
