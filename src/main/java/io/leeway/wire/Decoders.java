package io.leeway.wire;

import io.leeway.event.Batch;
import io.leeway.event.Labels;

/** The decoders there are. */
public final class Decoders {
    private Decoders() {}

    /** Predictions: a row without a prediction or a score is rejected. */
    public static Decoder<Batch> predictions(Media media, Source source) {
        return decoder(media, source, new PredictionRows(source, PredictionRows.Answer.REQUIRED));
    }

    /** A reference set: as predictions, but a row may hold features alone. */
    public static Decoder<Batch> baseline(Media media, Source source) {
        return decoder(media, source, new PredictionRows(source, PredictionRows.Answer.OPTIONAL));
    }

    public static Decoder<Labels> labels(Media media, Source source) {
        return decoder(media, source, new LabelRows(source));
    }

    private static <T> Decoder<T> decoder(Media media, Source source, Rows<T> rows) {
        return switch (media) {
            case JSON -> new JsonDecoder<>(new Elements(), rows, source.limits());
            case NDJSON -> new JsonDecoder<>(new Lines(), rows, source.limits());
            case CSV -> new CsvDecoder<>(rows, source.limits());
        };
    }
}
