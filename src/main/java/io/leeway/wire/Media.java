package io.leeway.wire;

import java.util.Locale;
import java.util.Optional;

/** The forms in which rows may arrive. */
public enum Media {
    /** One object, or an array of them. */
    JSON,
    /** One object a line. */
    NDJSON,
    /** RFC 4180, with a header. */
    CSV;

    /** The form a {@code Content-Type} names, if rows may arrive in it. */
    public static Optional<Media> of(String contentType) {
        String type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json" -> Optional.of(JSON);
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" ->
                Optional.of(NDJSON);
            case "text/csv", "application/csv" -> Optional.of(CSV);
            default -> Optional.empty();
        };
    }
}
