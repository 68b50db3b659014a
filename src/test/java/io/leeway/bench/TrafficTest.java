package io.leeway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.event.Batch;
import io.leeway.wire.Decoded;
import io.leeway.wire.Decoder;
import io.leeway.wire.Decoders;
import io.leeway.wire.Limits;
import io.leeway.wire.Media;
import io.leeway.wire.Source;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the bench posts is what it says it posts. */
class TrafficTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Traffic traffic = Traffic.usual(START.toEpochMilli());

    @Test
    void everyRowIsAcceptedAndHasTwentyFeatures() {
        Decoder<Batch> decoder = Decoders.predictions(
                Media.of("application/x-ndjson").orElseThrow(),
                new Source(traffic.model(0), START, Limits.withDefaults()));
        decoder.feed(traffic.bytes(traffic.posts(), 7));
        Decoded<Batch> decoded = decoder.finish();
        assertThat(decoded.rejected()).isZero();
        assertThat(decoded.rows().size()).isEqualTo(500);
        assertThat(decoded.rows().features()).hasSize(20);
    }

    @Test
    void aRowHasFourHundredAndFiftyToFourHundredAndSeventyBytes() {
        assertThat(traffic.bytes(traffic.posts(), 0).length / 500).isBetween(450, 470);
    }

    @Test
    void rowsAreNumberedAndDatedOneBehindTheOtherThroughAllPosts() {
        List<Post> posts = traffic.posts();
        List<JsonObject> rows = LongStream.range(16, 18)
                .mapToObj(number -> new String(traffic.bytes(posts, number), UTF_8))
                .flatMap(String::lines)
                .map(JsonObject::new)
                .toList();
        assertThat(rows.get(0).getString("id")).isEqualTo("p-000000008000");
        assertThat(rows.get(999).getString("id")).isEqualTo("p-000000008999");
        assertThat(rows.get(0).getString("timestamp")).isEqualTo("2026-03-01T00:00:03.200Z");
        assertThat(rows.get(999).getString("timestamp")).isEqualTo("2026-03-01T00:00:03.599Z");
    }

    @Test
    void itGoesThroughACommandLineUnchanged() {
        Traffic other = traffic.labels().withModels(3).withRows(1);
        assertThat(Traffic.of(other.toString())).isEqualTo(other);
    }

    @Test
    void aQuantileIsTheSmallestLatencyThatSoManyDoNotExceed() {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(1, 100).forEach(millis -> latencies.add(millis * 1_000_000));
        assertThat(latencies.millis(0.5, 0.99, 1)).containsExactly(50, 99, 100);
    }
}
