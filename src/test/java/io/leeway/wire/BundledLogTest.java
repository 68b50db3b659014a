package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.event.ValueColumn;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The log of the demo, as its README counts it. */
class BundledLogTest {
    private static final Source FLIGHTS = new Source("flight-delay", Shown.ARRIVAL, Limits.withDefaults());

    @Test
    void everyPredictionIsReadIntoItsColumns() throws IOException {
        Decoded<Batch> decoded = read("predictions.ndjson.gz", Decoders.predictions(Media.NDJSON, FLIGHTS));
        assertThat(decoded.rows().size()).isEqualTo(23_466);
        assertThat(decoded.rejected()).isZero();
        assertThat(decoded.unknownFields()).isZero();
        assertThat(decoded.rows().features())
                .extracting(ValueColumn::name)
                .containsExactly(
                        "distance",
                        "hour",
                        "recent_delay",
                        "network_delay",
                        "departures_last_hour",
                        "origin_airport",
                        "destination_airport",
                        "weekday");
        assertThat(decoded.rows().versions().texts()).containsExactly("1", "2");
    }

    @Test
    void everyLabelIsRead() throws IOException {
        Decoded<Labels> decoded = read("labels.ndjson.gz", Decoders.labels(Media.NDJSON, FLIGHTS));
        assertThat(decoded.rejected()).isZero();
        assertThat(decoded.rows().size()).isBetween(22_900, 23_100);
    }

    @Test
    void theReferenceSetIsReadWithItsTimes() throws IOException {
        Decoded<Batch> decoded = read("reference.csv.gz", Decoders.baseline(Media.CSV, FLIGHTS));
        assertThat(decoded.rows().size()).isEqualTo(6_000);
        assertThat(decoded.rejected()).isZero();
        assertThat(decoded.timed()).isTrue();
        assertThat(decoded.rows().features()).hasSize(8);
        assertThat(decoded.rows().labels().category(0)).contains("0");
    }

    private static <T> Decoded<T> read(String name, Decoder<T> decoder) throws IOException {
        InputStream packed = Objects.requireNonNull(
                BundledLogTest.class.getClassLoader().getResourceAsStream("demo/flights/" + name), name);
        try (InputStream in = new GZIPInputStream(packed)) {
            byte[] chunk = new byte[8192];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                decoder.feed(chunk, 0, count);
            }
        }
        return decoder.finish();
    }
}
