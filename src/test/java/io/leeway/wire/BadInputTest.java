package io.leeway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.leeway.Effort;
import io.leeway.bytes.ByteWriter;
import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import io.leeway.ingest.Rejection;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows by the hundred thousand, good and bad side by side. What the decoders make of them is what a slow reader makes of
 * each row alone: a bad row costs its neighbours nothing, no value is off by a bit, and where chunks are cut changes
 * nothing.
 */
class BadInputTest {
    private static final int MOST_ROWS = 8;

    @Test
    void everyLineMeansWhatItMeansAlone() {
        each(6_000, random -> {
            List<byte[]> lines = lines(random);
            check(random, joined(lines, "", "\n", ""), Media.NDJSON, expected(lines, SlowRow::prediction));
        });
    }

    @Test
    void everyLabelMeansWhatItMeansAlone() {
        each(2_000, random -> {
            List<byte[]> lines = lines(random);
            checkLabels(random, joined(lines, "", "\n", ""), expected(lines, SlowRow::label));
        });
    }

    @Test
    void everyElementMeansWhatItMeansAlone() {
        each(3_000, random -> {
            Scribble scribble = new Scribble(random);
            List<byte[]> elements = IntStream.range(0, 1 + random.nextInt(MOST_ROWS))
                    .mapToObj(i -> element(random, scribble).getBytes(StandardCharsets.UTF_8))
                    .toList();
            check(random, joined(elements, "[", ",", "]"), Media.JSON, expected(elements, SlowRow::prediction));
        });
    }

    @Test
    void everyRecordMeansWhatItMeansAlone() {
        each(4_000, random -> {
            Table table = Table.by(random);
            check(random, table.body(), Media.CSV, table.expected());
        });
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void noBytesAtAllMakeADecoderFailOrMiscount(Media media) {
        each(2_000, random -> {
            List<byte[]> lines = lines(random);
            byte[] body = new Scribble(random).spoiled(joined(lines, "[", random.nextBoolean() ? "," : "\n", "]"));
            Decoded<Batch> whole = predictions(media, body, List.of(body.length));
            assertThat(whole.received()).isEqualTo(whole.rows().size() + whole.rejected());
            assertThat(said(predictions(media, body, cuts(random, body.length))))
                    .isEqualTo(said(whole));
        });
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void everyChunkBoundaryIsAsGoodAsAnyOther(Media media) {
        each(10, random -> {
            byte[] body = media == Media.CSV
                    ? Table.by(random).body()
                    : joined(lines(random), "[", media == Media.JSON ? "," : "\n", "]");
            String whole = said(predictions(media, body, List.of(body.length)));
            for (int cut = 0; cut <= body.length; cut++) {
                assertThat(said(predictions(media, body, List.of(cut, body.length - cut))))
                        .isEqualTo(whole);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void aRowWithoutEndIsNotKept(Media media) {
        Decoder<Batch> decoder = Decoders.predictions(media, Shown.source(Limits.withDefaults()));
        decoder.feed("{\"id\":\"".getBytes(StandardCharsets.UTF_8));
        decoder.feed("score,a\n0.5,\"".getBytes(StandardCharsets.UTF_8));
        byte[] more = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        long before = allocated();
        for (int i = 0; i < 1024; i++) {
            decoder.feed(more);
        }
        assertThat(decoder.finish().rows().size()).isZero();
        assertThat(allocated() - before).isLessThan(8L << 20);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static void check(Random random, byte[] body, Media media, List<Optional<Map<String, String>>> expected) {
        List<Integer> cuts = random.nextInt(3) == 0 ? cuts(random, body.length) : List.of(body.length);
        Decoded<Batch> decoded = predictions(media, body, cuts);
        compare(
                decoded,
                expected,
                IntStream.range(0, decoded.rows().size())
                        .mapToObj(row -> shown(decoded.rows(), row))
                        .toList());
    }

    private static void checkLabels(Random random, byte[] body, List<Optional<Map<String, String>>> expected) {
        Decoded<Labels> decoded = fed(
                Decoders.labels(Media.NDJSON, Shown.source(Limits.withDefaults())), body, cuts(random, body.length));
        compare(
                decoded,
                expected,
                IntStream.range(0, decoded.rows().size())
                        .mapToObj(row -> shown(decoded.rows(), row))
                        .toList());
    }

    private static void compare(
            Decoded<?> decoded, List<Optional<Map<String, String>>> expected, List<Map<String, String>> kept) {
        assertThat(kept)
                .as("rejected: %s", decoded.rejections())
                .isEqualTo(expected.stream().flatMap(Optional::stream).toList());
        assertThat(decoded.received()).isEqualTo(expected.size());
        assertThat(decoded.rejections().stream().map(Rejection::index).toList())
                .isEqualTo(at(expected, row -> row.isEmpty()));
        assertThat(IntStream.range(0, kept.size())
                        .mapToObj(decoded.origins()::of)
                        .toList())
                .isEqualTo(at(expected, Optional::isPresent));
    }

    private static List<Long> at(
            List<Optional<Map<String, String>>> rows, Predicate<Optional<Map<String, String>>> which) {
        return IntStream.range(0, rows.size())
                .filter(row -> which.test(rows.get(row)))
                .mapToObj(row -> (long) row)
                .toList();
    }

    /** Good rows and spoiled ones; none is blank, none holds a line end. */
    private static List<byte[]> lines(Random random) {
        Scribble scribble = new Scribble(random);
        List<byte[]> lines = new ArrayList<>();
        for (int i = random.nextInt(MOST_ROWS); i >= 0; i--) {
            byte[] good = scribble.row().getBytes(StandardCharsets.UTF_8);
            byte[] line = random.nextInt(3) == 0 ? scribble.spoiled(good) : good;
            for (int at = 0; at < line.length; at++) {
                line[at] = line[at] == '\n' ? (byte) ' ' : line[at];
            }
            if (begin(line) < line.length) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A value whose brackets match: be it no row at all, it costs itself alone. */
    private static String element(Random random, Scribble scribble) {
        return switch (random.nextInt(8)) {
            case 0 -> "{\"score\":" + scribble.nearlyNumber() + "}";
            case 1 -> "{\"score\":0.5 \"label\":1}";
            case 2 -> scribble.number();
            case 3 -> scribble.quoted(scribble.text());
            default -> scribble.row();
        };
    }

    private static List<Optional<Map<String, String>>> expected(
            List<byte[]> rows, Function<List<Said.Member>, Optional<Map<String, String>>> meaning) {
        return rows.stream()
                .map(row -> SlowJson.read(Arrays.copyOfRange(row, begin(row), row.length))
                        .filter(Said.Members.class::isInstance)
                        .flatMap(object -> meaning.apply(((Said.Members) object).all())))
                .toList();
    }

    /** Behind the white space and the byte order marks that may stand before a row. */
    private static int begin(byte[] row) {
        int at = 0;
        while (at < row.length && Between.rows(row[at])) {
            at++;
        }
        return at;
    }

    private static Decoded<Batch> predictions(Media media, byte[] body, List<Integer> cuts) {
        return fed(Decoders.predictions(media, Shown.source(Limits.withDefaults())), body, cuts);
    }

    /** Feeds chunk by chunk, every one in an array of its own that is overwritten afterwards. */
    private static <T> Decoded<T> fed(Decoder<T> decoder, byte[] body, List<Integer> cuts) {
        int at = 0;
        for (int count : cuts) {
            byte[] chunk = new byte[count + 7];
            System.arraycopy(body, at, chunk, 3, count);
            decoder.feed(chunk, 3, 3 + count);
            Arrays.fill(chunk, (byte) '#');
            at += count;
        }
        return decoder.finish();
    }

    private static List<Integer> cuts(Random random, int length) {
        List<Integer> cuts = new ArrayList<>();
        int most = 1 + random.nextInt(60);
        for (int at = 0; at < length; at += cuts.get(cuts.size() - 1)) {
            cuts.add(Math.min(length - at, random.nextInt(most) + 1));
        }
        return cuts;
    }

    private static byte[] joined(List<byte[]> rows, String before, String between, String behind) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < rows.size(); i++) {
            body.writeBytes((i == 0 ? "" : between).getBytes(StandardCharsets.UTF_8));
            body.writeBytes(rows.get(i));
        }
        body.writeBytes(behind.getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static Map<String, String> shown(Batch batch, int row) {
        Map<String, String> shown = new TreeMap<>();
        if (batch.ids().present(row)) {
            shown.put("id", batch.ids().text(row));
        }
        shown.put("at", Instant.ofEpochMilli(batch.timestamps()[row]).toString());
        shown.put("version", batch.version(row));
        batch.features().forEach(column -> put(shown, "feature " + column.name(), column, row));
        batch.scores().forEach(column -> put(shown, "class " + column.name(), column, row));
        List.of(batch.predictions(), batch.score(), batch.labels())
                .forEach(column -> put(shown, column.name(), column, row));
        return shown;
    }

    private static Map<String, String> shown(Labels labels, int row) {
        Map<String, String> shown = new TreeMap<>();
        shown.put("id", labels.ids().text(row));
        shown.put("at", Instant.ofEpochMilli(labels.timestamps()[row]).toString());
        put(shown, "label", labels.labels(), row);
        return shown;
    }

    /** All of it as text. */
    private static String said(Decoded<Batch> decoded) {
        ByteWriter rows = new ByteWriter();
        decoded.rows().write(rows);
        return decoded.received() + " " + decoded.rejections() + " " + decoded.unknownFields() + " "
                + decoded.unreadable() + " " + HexFormat.of().formatHex(rows.toByteArray());
    }

    private static void put(Map<String, String> shown, String name, ValueColumn column, int row) {
        if (column.kind(row) != ValueKind.MISSING) {
            String before = shown.put(name, Shown.value(column, row));
            assertThat(before).as("one column of each name").isNull();
        }
    }

    /** Runs a claim many times, and tells with which seed it failed. */
    private static void each(int times, Consumer<Random> claim) {
        for (int seed = 0; seed < Effort.times(times); seed++) {
            try {
                claim.accept(new Random(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("with seed " + seed, e);
            }
        }
    }
}
