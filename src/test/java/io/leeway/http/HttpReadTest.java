package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What readers see of the interface, over a real connection. */
class HttpReadTest extends ServedApi {
    private static final String DISTANCE = "{\"name\":\"distance\",\"role\":\"feature\",\"kind\":\"numeric\",\"n\":40,"
            + "\"n_valid\":39,\"psi\":0.25,\"bins\":10,\"importance\":0.3,\"rank\":1,\"verdict\":\"drifted\","
            + "\"reason\":\"Larger than usual.\",\"moved\":[{\"bin\":\"(1076, inf)\",\"before\":0.1,\"now\":0.3}]}";

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
                        + "\"performance\":{\"accuracy\":0.875,\"tp\":7},"
                        + "\"performance_verdict\":{\"verdict\":\"undecided\",\"labels\":\"sparse\",\"reason\":\"too"
                        + " few labels are known"
                        + " yet\",\"metrics\":[]},\"estimated\":{\"accuracy\":0.9,\"trust\":\"trusted\",\"reason\":\"It"
                        + " held.\"},"
                        + "\"many_inputs\":{\"n\":40,\"watched\":3,\"left_out\":0,\"tests\":[{\"test\":\"mean_shift\",\"value\":0.2,\"threshold\":0.1,\"drift_score\":2.0,\"q_value\":0.001,\"verdict\":\"drifted\",\"reason\":\"Means"
                        + " moved.\"}]},"
                        + "\"losses\":{\"candidates\":12,\"parts\":[{\"name\":\"state=NY\",\"metric\":\"recall\",\"n\":40,"
                        + "\"share\":0.4,\"value\":0.6,\"usual\":0.9,\"usual_of\":\"baseline\",\"contribution\":0.12,"
                        + "\"contribution_low\":0.06,\"contribution_high\":0.18,\"of_loss\":0.8,\"p_value\":1.0E-6}],\"reason\":\"recall"
                        + " of state=NY is 60.0 %, 90.0 % on the baseline, in 40.0 % of the rows: 80.0 % of the"
                        + " loss\"},\"corrected\":{\"accuracy\":0.85,\"positives_known\":0.5},"
                        + "\"detectors\":[{\"detector\":\"cusum\",\"detected\":true,"
                        + "\"since\":\"2001-05-20T00:00:00Z\",\"before\":0.1,\"after\":0.2,\"reason\":\"the"
                        + " loss of a row is 0.200 since 2001-05-20 and was 0.100 before; where nothing changes"
                        + " all detectors together find one in 365 days of"
                        + " labels\"},{\"detector\":\"adwin\",\"detected\":false,\"reason\":\"no rise was"
                        + " found; where nothing changes all detectors together find one in 365 days of"
                        + " labels\"}],\"drifted_features\":1,\"reference\":\"baseline\",\"features\":["
                        + DISTANCE
                        + "],\"likely_causes\":[\"Recall of state=NY is 60.0 %, 90.0 % on the baseline, in 40.0 % of"
                        + " the rows: 80.0 % of the loss.\",\"distance drifted (30.0 % of all importance): (1076, inf)"
                        + " is 30.0 % of values, 10.0 % before.\"],\"other_references\":[{\"reference\":\"seasonal"
                        + " 8\",\"n\":900,\"drifted_features\":1,\"features\":["
                        + DISTANCE
                        + "]}]}");
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
                        "{\"model\":\"flights\",\"feature\":\"a/b\",\"size\":\"7d\",\"start\":\"2001-05-21T00:00:00Z\",\"kind\":\"numeric\",\"bins\":[\"(-inf,"
                                + " 1]\",\"(1, inf)\"],\"baseline\":[3,4],\"window\":[5,0]}");
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
                "/v1/models/flights/windows/2001-05-22?size=7d | 404 | No window of 7d starts then: the one that holds"
                        + " this time starts at 2001-05-21T00:00:00Z.",
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
        assertThat(answer.headers().firstValue("Allow")).contains("PUT, DELETE, GET, HEAD");
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
                        + "\"text\":\"Look.\",\"acknowledged_by\":null,\"acknowledged_note\":null,\"acknowledged_until\":null,"
                        + "\"silenced_until\":null}";
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
                .isEqualTo("{\"ready\":true,\"probes\":[{\"name\":\"counting\",\"state\":\"up\",\"detail\":\"Lane 0"
                        + " failed.\"},{\"name\":\"journal\",\"state\":\"up\",\"detail\":\"\"},"
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

    @ParameterizedTest
    @CsvSource({"/, no-cache", "/page.js, no-cache", "/v1/models, no-store", "/healthz, no-store", "/nothing, no-store"
    })
    void everyAnswerForbidsWhatABrowserNeedNotDo(String path, String kept) throws Exception {
        assertThat(get(path).headers().map())
                .containsEntry(
                        "content-security-policy",
                        List.of("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                + " connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none';"
                                + " require-trusted-types-for 'script'; trusted-types 'none'"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("cache-control", List.of(kept))
                .doesNotContainKey("strict-transport-security");
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
}
