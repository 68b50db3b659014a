package io.leeway.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The parser of one row after the other: the same for all of them, and another one behind a row that was broken. */
final class JsonRows {
    /** Names are kept apart from the JVM's own table of strings, which never forgets quickly. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER, StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private RowStream stream = new RowStream();
    private Optional<JsonParser> parser = Optional.empty();

    /** A parser that stands before the row, which must stay as it is until the next. */
    JsonParser row(byte[] bytes, int from, int to) throws IOException {
        if (parser.isEmpty()) {
            stream = new RowStream();
            parser = Optional.of(JSON.createParser(stream));
        }
        stream.begin(bytes, from, to);
        return parser.get();
    }

    /** Which byte of the row is at a place that the parser gave. */
    int byteOf(JsonLocation place) {
        return (int) Math.max(0, place.getByteOffset() - stream.begun());
    }

    /** The row in hand, or the last one, is through with this parser. */
    void close() {
        try {
            if (parser.isPresent()) {
                parser.get().close();
            }
            parser = Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }
}
