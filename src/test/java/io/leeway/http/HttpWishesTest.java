package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.access.Act;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Silences and acknowledgements over a real connection. */
class HttpWishesTest extends ServedApi {
    private static final String JSON = "application/json";

    @Test
    void aSilenceIsAnsweredWholeAndIsInTheAuditLog() throws Exception {
        HttpResponse<String> answer = post(
                "/v1/silences",
                JSON,
                "{\"matchers\":{\"model\":\"credit-*\",\"level\":[\"warning\"]},\"end\":\"2026-01-03T00:00:00Z\","
                        + "\"author\":\"me\",\"reason\":\"the feed is being repaired\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"id\":\"s1\"", "\"model\":[\"credit-*\"]", "\"author\":\"me\"", "\"until_resolved\":false");
        assertThat(acts).extracting(Act::what).contains("POST /v1/silences");
    }

    @Test
    void anIncidentIsAcknowledgedAndOneThatIsNotThereIsNot() throws Exception {
        assertThat(post("/v1/incidents/i1/ack", JSON, "{\"author\":\"me\"}").body())
                .contains("\"id\":\"i1\"");
        assertThat(post("/v1/incidents/i2/ack", JSON, "{\"author\":\"me\"}").statusCode())
                .isEqualTo(404);
        assertThat(send(request("/v1/silences/s9").DELETE()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                | 400 | The body must be a JSON object.",
                "{\"matchers\":{},\"autor\":\"me\"} | 400 | autor is not known here",
                "{\"author\":\"me\"}              | 400 | matchers must be an object",
                "{\"matchers\":{\"model\":7}}     | 400 | matchers.model must be a text or a list of texts.",
                "{\"matchers\":{\"model\":null}} | 400 | matchers.model must be a text or a list of texts.",
                "{\"matchers\":null}             | 400 | matchers must be an object",
                "{\"matchers\":{},\"until\":\"x\"} | 400 | until is \\\"resolved\\\"",
                "{\"matchers\":{},\"end\":\"x\"}  | 400 | end must be a time such as",
                "{\"matchers\":{}}                | 422 | author is missing"
            })
    void whatCannotBeIsToldWithWhatToGive(String body, int status, String sentence) throws Exception {
        HttpResponse<String> answer = post("/v1/silences", JSON, body);
        assertThat(answer.body()).contains(sentence);
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
