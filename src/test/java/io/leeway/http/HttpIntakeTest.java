package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.event.Batch;
import io.leeway.ingest.IntakeException;
import io.leeway.ingest.Rejection;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What senders see of the interface, over a real connection. */
class HttpIntakeTest extends ServedApi {
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
    void theSameBodyHasTheSameFingerprintWhetherCompressedOrNot() throws Exception {
        List<Long> fingerprints = new ArrayList<>();
        for (String rows : List.of("{\"score\":0}", "{\"score\":0}", "{\"score\":1}")) {
            boolean compressed = fingerprints.size() == 1;
            HttpRequest.Builder request = request(PREDICTIONS)
                    .header("Content-Type", NDJSON)
                    .header("Content-Encoding", compressed ? "gzip" : "identity")
                    .header("Idempotency-Key", "k1");
            byte[] body = compressed ? gzip(rows) : rows.getBytes(StandardCharsets.UTF_8);
            assertThat(send(request.POST(BodyPublishers.ofByteArray(body))).statusCode())
                    .isEqualTo(200);
            fingerprints.add(intake.lastKey.orElseThrow().fingerprint());
        }
        assertThat(fingerprints.get(1)).isEqualTo(fingerprints.get(0));
        assertThat(fingerprints.get(2)).isNotEqualTo(fingerprints.get(0));
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
        assertThat(counted.all).isEqualTo(Map.of("busy", 1L, "beyond bodies_bytes", 1L));
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
        "REUSED_KEY, 422, 0",
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
}
