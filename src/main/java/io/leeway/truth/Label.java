package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Comparator;

/**
 * The ground truth of one id.
 *
 * @param value as a category: a number such as 4.0 is {@code 4}
 * @param timestamp when it became known, epoch milliseconds
 */
public record Label(String value, long timestamp) {
    private static final Comparator<Label> ORDER =
            Comparator.comparingLong(Label::timestamp).thenComparing(Label::value);

    /** Whether this label wins over another of the same id: it is later, or as late and greater. */
    public boolean replaces(Label other) {
        return ORDER.compare(this, other) > 0;
    }

    void write(ByteWriter out) {
        out.text(value).whole(timestamp);
    }

    static Label read(ByteReader in) {
        return new Label(in.text(), in.whole());
    }
}
