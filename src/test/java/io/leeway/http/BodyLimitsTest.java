package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.ingest.Limit;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What a body may be, and that each limit is counted when it is met. */
class BodyLimitsTest extends ServedApi {
    @Override
    Bounds bounds() {
        return new Bounds(
                BOUNDS.allowed()
                        .with(Limit.INFLATED_BYTES, 64 << 20)
                        .with(Limit.BODIES_BYTES, 64 << 20)
                        .with(Limit.INFLATION, 100)
                        .with(Limit.ROWS, 3),
                BOUNDS.patience());
    }

    @Test
    void aBodyThatGrowsBeyondAllMeasureIsRefusedLongBeforeItFillsTheMemory() throws Exception {
        HttpResponse<String> answer = posted(gzip("{\"score\":0.5}\n".repeat(600_000)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The body grows more than 100 times when it is decompressed");
        assertThat(counted.all).containsEntry("beyond inflation", 1L);
    }

    @Test
    void aSmallBodyMayGrowAsItLikes() throws Exception {
        assertThat(posted(gzip(" ".repeat(1 << 19) + "{\"score\":0.5}")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyTooLargeIsCountedOnce() throws Exception {
        assertThat(post(PREDICTIONS, NDJSON, " ".repeat(200_000)).statusCode()).isEqualTo(413);
        assertThat(counted.all).containsEntry("beyond body", 1L);
    }

    @Test
    void rowsBeyondALimitAndFieldsThatMeanNothingAreCounted() throws Exception {
        String rows = "{\"score\":0.5,\"scroe\":1}\n".repeat(5);
        assertThat(post(PREDICTIONS, NDJSON, rows).statusCode()).isEqualTo(200);
        assertThat(counted.all).containsEntry("beyond rows", 2L).containsEntry("ignored", 5L);
    }

    private HttpResponse<String> posted(byte[] packed) throws Exception {
        return send(request(PREDICTIONS)
                .header("Content-Type", NDJSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed)));
    }
}
