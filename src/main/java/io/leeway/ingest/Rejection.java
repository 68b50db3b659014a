package io.leeway.ingest;

import io.leeway.bytes.MalformedBytesException;
import java.util.stream.Stream;

/**
 * A row that was not taken.
 *
 * @param index its place among the rows of its request, from 0
 * @param detail a sentence for the sender; never holds a feature's value
 */
public record Rejection(long index, Reason reason, String detail) {
    /** Why a row is not taken; {@link #code} is what the sender sees. */
    public enum Reason {
        /** The line or record is not JSON, or not an object. */
        BAD_ROW("bad_row"),
        NO_PREDICTION("no_prediction"),
        NO_ID("no_id"),
        NO_LABEL("no_label"),
        BAD_ID("bad_id"),
        BAD_TIMESTAMP("bad_timestamp"),
        FUTURE_TIMESTAMP("future_timestamp"),
        TOO_OLD("too_old"),
        BAD_SCORE("bad_score"),
        WRONG_MODEL("wrong_model"),
        TOO_LARGE("too_large"),
        TOO_MANY_FEATURES("too_many_features"),
        TOO_MANY_VERSIONS("too_many_versions");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Reason of(String code) {
            return Stream.of(values())
                    .filter(reason -> reason.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new MalformedBytesException("no row is rejected as " + code));
        }
    }
}
