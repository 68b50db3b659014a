package io.leeway.wire;

import io.leeway.event.Batch;
import io.leeway.event.Labels;
import io.leeway.event.ValueColumn;
import io.leeway.event.ValueKind;
import io.leeway.ingest.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a decoder made of a body, as text: texts stand in quotes, numbers do not, what is missing is left out. */
final class Shown {
    static final Instant ARRIVAL = Instant.parse("2026-01-02T03:04:05Z");

    private Shown() {}

    static Source source(Limits limits) {
        return new Source("m", ARRIVAL, limits);
    }

    static Decoded<Batch> predictions(Media media, String body) {
        return decode(Decoders.predictions(media, source(Limits.withDefaults())), body);
    }

    static Decoded<Batch> predictions(Media media, String body, Limits limits) {
        return decode(Decoders.predictions(media, source(limits)), body);
    }

    static Decoded<Labels> labels(Media media, String body) {
        return decode(Decoders.labels(media, source(Limits.withDefaults())), body);
    }

    static <T> Decoded<T> decode(Decoder<T> decoder, String body) {
        decoder.feed(body.getBytes(StandardCharsets.UTF_8));
        return decoder.finish();
    }

    /** One line a row. */
    static List<String> rows(Batch batch) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            rows.add(row(batch, row));
        }
        return rows;
    }

    /** One line a label. */
    static List<String> rows(Labels labels) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < labels.size(); row++) {
            rows.add(labels.ids().text(row) + " " + Instant.ofEpochMilli(labels.timestamps()[row]) + " "
                    + value(labels.labels(), row));
        }
        return rows;
    }

    /** One line a rejection: index and reason. */
    static List<String> rejections(Decoded<?> decoded) {
        return decoded.rejections().stream()
                .map(rejection -> rejection.index() + " " + rejection.reason().code())
                .toList();
    }

    static List<String> details(Decoded<?> decoded) {
        return decoded.rejections().stream().map(Rejection::detail).toList();
    }

    private static String row(Batch batch, int row) {
        List<String> parts = new ArrayList<>();
        if (batch.ids().present(row)) {
            parts.add("id=" + batch.ids().text(row));
        }
        if (batch.timestamps()[row] != ARRIVAL.toEpochMilli()) {
            parts.add("at=" + Instant.ofEpochMilli(batch.timestamps()[row]));
        }
        if (!batch.version(row).equals("default")) {
            parts.add("version=" + batch.version(row));
        }
        cells(parts, "", batch.features(), row);
        cells(parts, "p:", batch.scores(), row);
        cells(parts, "", List.of(batch.predictions(), batch.score(), batch.labels()), row);
        return String.join(" ", parts);
    }

    private static void cells(List<String> parts, String prefix, List<ValueColumn> columns, int row) {
        parts.addAll(columns.stream()
                .filter(column -> column.kind(row) != ValueKind.MISSING)
                .map(column -> prefix + column.name() + "=" + value(column, row))
                .collect(Collectors.toList()));
    }

    static String value(ValueColumn column, int row) {
        return switch (column.kind(row)) {
            case MISSING -> "-";
            case NUMBER -> Double.toString(column.number(row));
            case TEXT -> "'" + column.texts().get(column.code(row)) + "'";
            case OTHER -> "other";
        };
    }
}
