package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.access.Act;
import io.leeway.access.Scope;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** Who is let in where, over a real connection. */
class HttpDoorsTest extends GuardedApi {
    /** What anybody may have: nothing in it is of what is watched. */
    private static final Set<String> OPEN =
            Set.of("GET /healthz", "GET /readyz", "GET /openapi.yaml", "GET /", "GET /{file}", "DELETE /v1/session");

    @Test
    void onlyTheseDoorsAreOpen() {
        Set<String> open = endpoints()
                .filter(endpoint -> endpoint.door() == Door.OPEN)
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .collect(Collectors.toSet());
        assertThat(open).isEqualTo(OPEN);
    }

    @Test
    void everyRouteOfTheRouterIsThatOfAnEndpointWithADoor() {
        Set<String> doors = endpoints().flatMap(HttpDoorsTest::routes).collect(Collectors.toSet());
        Set<String> routes = new HttpApi(vertx, ports())
                .router(new Connections(vertx, ports(), new AtomicInteger())).getRoutes().stream()
                        .filter(route -> route.methods() != null)
                        .flatMap(route -> route.methods().stream().map(method -> method + " " + route.getPath()))
                        .collect(Collectors.toSet());
        assertThat(routes).isEqualTo(doors);
    }

    @TestFactory
    Stream<DynamicTest> everyDoorAsksForATokenOfItsScope() {
        return endpoints()
                .filter(endpoint -> endpoint.door().scope().isPresent())
                .flatMap(endpoint -> endpoint.methods()
                        .map(method -> DynamicTest.dynamicTest(
                                method + " " + endpoint.path(), () -> asksForItsScope(method, endpoint))));
    }

    @Test
    void aLinkOfAMailIsAllThatItsDoorAsksFor() throws Exception {
        assertThat(askAsNobody("GET", "/do/ack").statusCode()).isEqualTo(200);
        assertThat(askAsNobody("POST", "/do/ack").statusCode()).isEqualTo(200);
        assertThat(askAsNobody("POST", "/do/another").statusCode()).isEqualTo(404);
        assertThat(onCall.followed).containsExactly("ack by ");
    }

    private void asksForItsScope(HttpMethod method, Endpoint endpoint) throws Exception {
        String path = endpoint.path().replace("{model}", "flights").replaceAll("\\{\\w+}", "2001-05-21");
        HttpResponse<String> unasked = askAsNobody(method.name(), path);
        assertThat(unasked.statusCode()).isEqualTo(401);
        assertThat(header(unasked, "WWW-Authenticate")).isEqualTo("Bearer realm=\"leeway\"");
        Scope needed = endpoint.door().scope().orElseThrow();
        for (Scope other : Scope.values()) {
            int status = ask(method.name(), path, token(other.word())).statusCode();
            if (other == needed) {
                assertThat(status).isNotIn(401, 403, 500);
            } else {
                assertThat(status).as(other.word()).isEqualTo(403);
            }
        }
        assertThat(ask(method.name(), path, token("ingest:other-*")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenForSomeModelsIsRefusedAtOthersWithTheScopeItLacks() throws Exception {
        String some = token("ingest:fl*");
        String rows = "{\"id\":\"a\",\"prediction\":1}";
        assertThat(postWith("/v1/models/flights/predictions", some, rows).statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = postWith("/v1/models/credit/labels", some, rows);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("\"detail\":\"The token does not allow this")
                .contains("It takes the scope ingest:credit.");
        assertThat(header(refused, "WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"leeway\", error=\"insufficient_scope\", scope=\"ingest:credit\"");
        assertThat(refusals.all).containsExactly("scope");
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer nonsense, 401, invalid_token, malformed",
        "Basic YTpi, 401, invalid_token, malformed",
        "'', 401, invalid_token, malformed",
        "bearer lw_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, 401, invalid_token, unknown"
    })
    void whatIsNoGoodTokenIsRefused(String header, int status, String error, String counted) throws Exception {
        HttpResponse<String> answer = send(request("/v1/models").header("Authorization", header));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "WWW-Authenticate")).endsWith("error=\"" + error + "\"");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(refusals.all).containsExactly(counted);
    }

    @Test
    void aTokenThatHasEndedIsRefused() throws Exception {
        HttpResponse<String> answer = ask("GET", "/v1/models", token(Optional.of(NOW), "read"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("The token has come to its end");
        assertThat(ask("GET", "/v1/models", token(Optional.of(NOW.plusSeconds(1)), "read"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenInTheAddressIsNotTakenAndNotSentBack() throws Exception {
        String good = token("read");
        for (String query : List.of("?access_token=" + good, "?token=" + good)) {
            HttpResponse<String> answer = send(request("/v1/models" + query));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("must not stand in an address").doesNotContain(good);
        }
    }

    @Test
    void failuresBeyondTheBoundAreSlowedAndAGoodTokenIsLetInAllTheSame() throws Exception {
        String good = token("read");
        for (int i = 0; i < 10; i++) {
            assertThat(ask("GET", "/v1/models", "wrong").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> slowed = ask("GET", "/v1/models", "wrong");
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(header(slowed, "Retry-After")).isEqualTo("6");
        assertThat(refusals.all).hasSize(12).endsWith("slowed");
        assertThat(ask("GET", "/v1/models", good).statusCode()).isEqualTo(200);
        assertThat(askAsNobody("GET", "/v1/models").statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsNotLetInCannotSendWithoutEnd() throws Exception {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        URI service = URI.create(address);
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /v1/models/flights/predictions HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 4_000; i++) {
                            socket.getOutputStream().write(chunk);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyWaitsAtTheBarrierWhoIsNotLetIn() throws Exception {
        assertThat(getAt("/v1/models", "999").statusCode()).isEqualTo(401);
    }

    @Test
    void readinessTellsItsDetailsToThoseWhoMayRead() throws Exception {
        assertThat(get("/readyz").body())
                .contains("\"name\":\"counting\",\"state\":\"up\",\"detail\":\"\"")
                .doesNotContain("Lane 0");
        assertThat(ask("GET", "/readyz", token("ingest")).body()).doesNotContain("Lane 0");
        assertThat(ask("GET", "/readyz", token("read")).body()).contains("Lane 0 failed.");
    }

    @Test
    void whatOperatorsDoIsWrittenDownBeforeItIsAnswered() throws Exception {
        String operator = token("operate");
        assertThat(putWith(operator, "/v1/models/flights", "{}").statusCode()).isEqualTo(200);
        assertThat(putWith(operator, "/v1/models/flights", "{\"task\":1}").statusCode())
                .isEqualTo(400);
        assertThat(ask("DELETE", "/v1/models/flights/predictions/a%20person", operator)
                        .statusCode())
                .isEqualTo(200);
        assertThat(acts.stream().map(HttpDoorsTest::inWords))
                .containsExactly(
                        "somebody PUT /v1/models/{model} flights DONE ",
                        "somebody PUT /v1/models/{model} flights FAILED 400",
                        // printf 'a person' | sha256sum
                        "somebody DELETE /v1/models/{model}/predictions/{id} flights sha256:df381eb4bb572daf DONE ");
    }

    @Test
    void refusedAttemptsToOperateAreWrittenDownUpToABound() throws Exception {
        assertThat(ask("PUT", "/v1/models/flights", token("read")).statusCode()).isEqualTo(403);
        for (int i = 0; i < 20; i++) {
            assertThat(askAsNobody("PUT", "/v1/models/flights").statusCode()).isEqualTo(401);
        }
        assertThat(acts).hasSize(10);
        assertThat(acts.stream().map(HttpDoorsTest::inWords).limit(2))
                .containsExactly(
                        "somebody PUT /v1/models/{model} flights REFUSED scope",
                        "127.0.0.1 PUT /v1/models/{model} flights REFUSED missing");
    }

    @Test
    void whoOnlyReadsOrSendsIsNotWrittenDown() throws Exception {
        String both = token("read", "ingest");
        assertThat(ask("GET", "/v1/models", both).statusCode()).isEqualTo(200);
        assertThat(postWith("/v1/models/flights/labels", both, "{\"id\":\"a\",\"label\":1}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(acts).isEmpty();
    }

    @Test
    void theDescriptionAsksForTheScopesThatTheDoorsAskFor() throws Exception {
        Map<String, Object> whole = new Yaml().load(get("/openapi.yaml").body());
        Map<String, Object> paths = map(whole, "paths");
        Set<String> described = new TreeSet<>();
        for (String path : paths.keySet()) {
            map(paths, path).forEach((method, operation) -> {
                if (!method.equals("parameters")) {
                    described.add(method + " " + path + " " + ((Map<?, ?>) operation).get("security"));
                }
            });
        }
        assertThat(described)
                .isEqualTo(endpoints().map(HttpDoorsTest::described).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String described(Endpoint endpoint) {
        String method = endpoint.method().name().toLowerCase(Locale.ROOT);
        boolean cookie = endpoint.door() == Door.READ && endpoint.method().equals(HttpMethod.GET);
        String security = endpoint.door()
                .scope()
                .map(scope -> "[{bearer=[" + scope.word() + "]}" + (cookie ? ", {session=[read]}]" : "]"))
                .orElse("[]");
        return method + " " + endpoint.path() + " " + security;
    }

    private static Stream<String> routes(Endpoint endpoint) {
        return endpoint.methods().map(method -> method + " " + endpoint.route());
    }

    private Stream<Endpoint> endpoints() {
        return new HttpApi(vertx, ports()).endpoints().stream();
    }

    private HttpResponse<String> postWith(String path, String token, String rows) throws Exception {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", NDJSON)
                .POST(body(rows)));
    }

    private HttpResponse<String> putWith(String token, String path, String settings) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + token).PUT(BodyPublishers.ofString(settings)));
    }

    private static String inWords(Act act) {
        String who = act.actor()
                .token()
                .map(token -> token.name())
                .orElse(act.actor().address());
        return String.join(" ", who, act.what(), act.subject(), act.outcome().name(), act.detail());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> outer, String key) {
        return (Map<String, Object>) Objects.requireNonNull(outer.get(key));
    }
}
