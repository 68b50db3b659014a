package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.series.Point;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineProtocolTest {
    private static final Instant TIME = Instant.parse("2001-03-05T00:00:00.000000007Z");

    @Test
    void aPointIsALine() {
        assertThat(line(incident("drift, of a=b", Map.of("text", "say \"no\" \\ yes"))))
                .isEqualTo("incident,model=delays,version=*,rule=drift\\,\\ of\\ a\\=b,level=warning"
                        + " text=\"say \\\"no\\\" \\\\ yes\" 983750400000000007\n");
    }

    @Test
    void aTagThatIsEmptyIsLeftOut() {
        assertThat(line(incident("", Map.of("state", ""))))
                .isEqualTo("incident,model=delays,version=*,level=warning state=\"\" 983750400000000007\n");
    }

    @Test
    void aNumberIsNeverWrittenAsACount() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("expected", 3.0);
        fields.put("since_last", 1e-7);
        fields.put("n", 3L);
        assertThat(line(new Point("ingest", TIME, ingestTags(), fields)))
                .isEqualTo("ingest,model=delays,version=1 expected=3.0,since_last=1.0E-7,n=3i 983750400000000007\n");
    }

    @Test
    void timesBefore1970AreNegative() {
        Instant before = Instant.parse("1969-12-31T23:59:59.999999999Z");
        assertThat(line(new Point("ingest", before, ingestTags(), Map.of("n", 1L))))
                .endsWith(" n=1i -1\n");
    }

    private static String line(Point point) {
        return new LineProtocol(Generation.V1).lines(List.of(point));
    }

    private static Point incident(String rule, Map<String, Object> fields) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", "delays");
        tags.put("version", "*");
        tags.put("rule", rule);
        tags.put("level", "warning");
        return new Point("incident", TIME, tags, fields);
    }

    private static Map<String, String> ingestTags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("model", "delays");
        tags.put("version", "1");
        return tags;
    }
}
