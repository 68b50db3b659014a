package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Comparator;

/**
 * The ground truth of one id.
 *
 * @param value a class or a number
 * @param timestamp when it became known, epoch milliseconds
 */
public record Label(Answer value, long timestamp) {
    private static final Comparator<Label> ORDER = Comparator.comparingLong(Label::timestamp)
            .thenComparing(label -> label.value().category());

    /** Whether this label wins over another of the same id: it is later, or as late and greater. */
    public boolean replaces(Label other) {
        return ORDER.compare(this, other) > 0;
    }

    void write(ByteWriter out) {
        value.write(out);
        out.whole(timestamp);
    }

    static Label read(ByteReader in) {
        return new Label(Answer.read(in), in.whole());
    }
}
