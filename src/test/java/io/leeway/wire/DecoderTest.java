package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.ingest.Intake;
import io.leeway.ingest.Receipt;
import io.leeway.ingest.Rejection;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every request, whatever its rows are. */
class DecoderTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\n",
            "\r\n",
            " ",
            "\"id\":",
            "\"features\":{",
            "\"score\":0.5",
            "\"scores\":",
            "\"prediction\":1",
            "\"timestamp\":\"2001-03-05T05:55:00Z\"",
            "{\"score\":0.5}",
            "a,score",
            "7,0",
            "NaN",
            "1e9",
            "-",
            "\u00e9",
            "\uFEFF",
            "\uD83D\uDE00",
            "\\u12",
            "null",
            "true",
            "x");

    /** Values as JSON writes them. */
    private static final List<String> CELLS = List.of(
            "0",
            "-1.5",
            "2e3",
            "1e-400",
            "123456789",
            "null",
            "NaN",
            "true",
            "false",
            "\"True\"",
            "\"x\"",
            "\"x, y\"",
            "\"\\\"q\\\"\"",
            "\"a\\nb\"",
            "\"\u00e9\uD83D\uDE00\"",
            "\"02139\"",
            "\" \"");

    static Stream<Arguments> bodies() {
        return Stream.of(
                // one object, in one line or several
                arguments(Media.JSON, "{'score':0}", 1, 0),
                arguments(Media.JSON, " {\n 'score': 0\n}\n", 1, 0),
                // an array
                arguments(Media.JSON, "[{'score':0},{'score':1}]", 2, 0),
                arguments(Media.JSON, "\uFEFF[\n{'score':0} ,\n{'prediction':'],[}{'}\n]\n", 2, 0),
                arguments(Media.JSON, "[]", 0, 0),
                arguments(Media.JSON, "[{'prediction':'\\\"]'},{'score':1}]", 2, 0),
                // a broken element leaves its neighbours standing
                arguments(Media.JSON, "[{'score':0},{'score':},{'score':1}]", 2, 1),
                arguments(Media.JSON, "[{'score':0},7,null,'x',[1],{'score':1}]", 2, 4),
                // an array that breaks off keeps the rows before, and says so
                arguments(Media.JSON, "[{'score':0},{'score':1},{'sco", 2, 1),
                arguments(Media.JSON, "[{'score':0},{'score':1},", 2, 1),
                arguments(Media.JSON, "[{'score':0},{'score':1}", 2, 1),
                arguments(Media.JSON, "[{'score':0},{'score':{'score':1}]", 1, 2),
                // lines
                arguments(Media.NDJSON, "{'score':0}\n{'score':1}", 2, 0),
                arguments(Media.NDJSON, "\uFEFF\n{'score':0}\r\n\n \n{'score':1}\r\n", 2, 0),
                arguments(Media.NDJSON, "{'score':0}\n{'score':\n{'score':1}\n", 2, 1),
                arguments(Media.NDJSON, "{'score':0}\n{'sco", 1, 1));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isCutIntoRows(Media media, String body, int accepted, int rejected) {
        Decoded<Batch> decoded = Shown.predictions(media, body.replace('\'', '"'));
        assertThat(decoded.rows().size()).isEqualTo(accepted);
        assertThat(decoded.rejected()).isEqualTo(rejected);
        assertThat(decoded.received()).isEqualTo(accepted + rejected);
        assertThat(decoded.unreadable()).isEmpty();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(Media.JSON, ""),
                arguments(Media.JSON, " \n"),
                arguments(Media.JSON, "hello"),
                arguments(Media.JSON, "[1,2]"),
                arguments(Media.JSON, "{'score'"),
                arguments(Media.JSON, "["),
                arguments(Media.NDJSON, ""),
                arguments(Media.NDJSON, "id,score\n1,0\n"),
                arguments(Media.CSV, ""));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void isNotReadableAtAll(Media media, String body) {
        assertThat(Shown.predictions(media, body.replace('\'', '"')).unreadable())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void whereChunksAreCutDoesNotMatter(Media media) {
        byte[] body = sample(media).getBytes(StandardCharsets.UTF_8);
        String whole = shown(media, body, body.length);
        for (int size = 1; size < 40; size++) {
            assertThat(shown(media, body, size)).isEqualTo(whole);
        }
    }

    @Test
    void theThreeFormatsSayTheSame() {
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            List<List<String>> rows = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(row -> IntStream.range(0, 4)
                            .mapToObj(column -> CELLS.get(random.nextInt(CELLS.size())))
                            .toList())
                    .toList();
            List<String> json = rows.stream().map(DecoderTest::json).toList();
            String csv =
                    rows.stream().map(DecoderTest::csv).collect(Collectors.joining("\n", "a,b,c,label,score\n", ""));
            List<String> expected = Shown.rows(
                    Shown.predictions(Media.NDJSON, String.join("\n", json)).rows());
            assertThat(expected).hasSize(rows.size());
            assertThat(Shown.rows(Shown.predictions(Media.JSON, json.toString()).rows()))
                    .isEqualTo(expected);
            assertThat(Shown.rows(Shown.predictions(Media.CSV, csv).rows())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void brokenInputIsReportedAndNeverThrown(Media media) {
        Random random = new Random(7);
        for (int i = 0; i < 4_000; i++) {
            byte[] body = scrambled(random);
            Decoder<Batch> decoder = Decoders.predictions(media, Shown.source(Limits.withDefaults()));
            int cut = random.nextInt(body.length + 1);
            decoder.feed(body, 0, cut);
            decoder.feed(body, cut, body.length);
            Decoded<Batch> decoded = decoder.finish();
            assertThat(decoded.received()).isEqualTo(decoded.rows().size() + decoded.rejected());
        }
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void brokenLabelsAreReportedAndNeverThrown(Media media) {
        Random random = new Random(8);
        for (int i = 0; i < 2_000; i++) {
            Decoder<Labels> decoder = Decoders.labels(media, Shown.source(Limits.withDefaults()));
            decoder.feed(scrambled(random));
            Decoded<Labels> decoded = decoder.finish();
            assertThat(decoded.received()).isEqualTo(decoded.rows().size() + decoded.rejected());
        }
    }

    static Stream<Arguments> limits() {
        Limits normal = Limits.withDefaults();
        return Stream.of(
                arguments(
                        new Limits(40, 10, 10, 1000, 256),
                        "{'score':0.125,'prediction':1,'label':1,'id':'a'}\n{'score':0}",
                        "0 too_large"),
                arguments(new Limits(100, 1, 10, 1000, 256), "{'score':0}\n{'score':1}", "1 too_large"),
                arguments(
                        new Limits(100, 10, 2, 1000, 256),
                        "{'score':0,'features':{'a':1,'b':2,'c':3}}\n{'score':0,'features':{'a':1,'b':2}}",
                        "0 too_many_features"),
                arguments(
                        new Limits(100, 10, 2, 1000, 256),
                        "{'scores':{'a':1,'b':0,'c':0}}\n{'scores':{'a':1,'b':0}}",
                        "0 too_many_features"),
                arguments(
                        new Limits(100, 10, 10, 2, 256),
                        "{'score':0,'features':{'a':1}}\n{'score':0,'features':{'b':2}}",
                        "1 too_large"),
                arguments(
                        new Limits(normal.rowBytes(), 10, 10, 1000, 3),
                        "{'score':0,'id':'abcd'}\n{'score':0,'id':'abc'}",
                        "0 bad_id"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aRowBeyondALimitIsRejectedAndTheOthersStand(Limits limits, String body, String rejection) {
        Decoded<Batch> decoded = Shown.predictions(Media.NDJSON, body.replace('\'', '"'), limits);
        assertThat(decoded.beyond().values()).containsExactly(1L);
        assertThat(Shown.rejections(decoded)).containsExactly(rejection);
        assertThat(decoded.rows().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"features", "scores"})
    void noRoomIsMadeForTheCellsOfARowThatHasTooMany(String wide) {
        Limits few = new Limits(1 << 20, 500_000, 2_000, 200_000, 256);
        String names =
                IntStream.range(0, 1_000).mapToObj(i -> "\"n" + i + "\":1").collect(Collectors.joining(","));
        String narrow = "{\"score\":0}\n".repeat(50_000);
        long before = allocated();
        Decoded<Batch> decoded =
                Shown.predictions(Media.NDJSON, narrow + "{\"score\":0,\"" + wide + "\":{" + names + "}}", few);
        assertThat(allocated() - before).isLessThan(100_000_000);
        assertThat(Shown.rejections(decoded)).containsExactly("50000 too_large");
        assertThat(decoded.rows().size()).isEqualTo(50_000);
    }

    @Test
    void aReferenceSetNeedsNoPredictionAndSaysWhetherItHasTimes() {
        assertThat(baseline("a\n1\n2\n").timed()).isFalse();
        assertThat(baseline("a,timestamp\n1,2001-03-05T05:55:00Z\n2,\n").timed())
                .isFalse();
        Decoded<Batch> timed = baseline("a,timestamp\n1,2001-03-05T05:55:00Z\n2,2001-03-06T05:55:00Z\n");
        assertThat(timed.timed()).isTrue();
        assertThat(timed.rows().size()).isEqualTo(2);
    }

    @Test
    void rowsTheIntakeRefusesAreNamedByTheirPlaceInTheRequest() {
        Decoded<Batch> decoded =
                Shown.predictions(Media.NDJSON, "broken\n{\"score\":0}\nbroken\n{\"score\":1}\n{\"score\":1}\n");
        Rejection tooOld = new Rejection(1, Rejection.Reason.TOO_OLD, "The window is closed for good.");
        Receipt receipt = decoded.receipt(new Intake.Taken(42, List.of(tooOld)));
        assertThat(receipt.received()).isEqualTo(5);
        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.position()).isEqualTo(42);
        assertThat(receipt.errors()).extracting(Rejection::index).containsExactly(0L, 2L, 3L);
    }

    @Test
    void theFirstHundredRejectionsAreKept() {
        Decoded<Batch> decoded = Shown.predictions(Media.NDJSON, "broken\n".repeat(250) + "{\"score\":0}");
        assertThat(decoded.rejected()).isEqualTo(250);
        assertThat(decoded.receipt(new Intake.Taken(1, List.of())).errors()).hasSize(100);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static String json(List<String> cells) {
        return "{\"features\":{\"a\":" + cells.get(0) + ",\"b\":" + cells.get(1) + ",\"c\":" + cells.get(2)
                + "},\"label\":" + cells.get(3) + ",\"score\":0.5}";
    }

    /** JSON's own quotes become doubled ones; its one escape in these cells is the line end. */
    private static String csv(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("\\\"", "\"\"").replace("\\n", "\n"))
                .collect(Collectors.joining(",", "", ",0.5"));
    }

    private static Decoded<Batch> baseline(String body) {
        return Shown.decode(Decoders.baseline(Media.CSV, Shown.source(Limits.withDefaults())), body);
    }

    private static String sample(Media media) {
        String json = "{\"id\":\"\u00e9\uD83D\uDE00\",\"features\":{\"a\":1.5,\"b\":\"x\\\"y\"},\"score\":0.5}";
        return switch (media) {
            case JSON -> "[" + json + ", {\"broken\":}," + json + "]";
            case NDJSON -> json + "\r\nbroken\n\n" + json;
            case CSV -> "\uFEFFid,a,score\r\n\u00e9,\"x\n\"\"\uD83D\uDE00\"\"\",0.5\r\n1\r\n\"2\",3,0\r\n";
        };
    }

    private static String shown(Media media, byte[] body, int chunk) {
        Decoder<Batch> decoder = Decoders.predictions(media, Shown.source(Limits.withDefaults()));
        for (int at = 0; at < body.length; at += chunk) {
            decoder.feed(body, at, Math.min(body.length, at + chunk));
        }
        Decoded<Batch> decoded = decoder.finish();
        return Shown.rows(decoded.rows()) + " " + decoded.rejections();
    }

    private static byte[] scrambled(Random random) {
        byte[] body = IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        if (body.length > 0 && random.nextBoolean()) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }
}
