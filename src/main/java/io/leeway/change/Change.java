package io.leeway.change;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sequential.Calibrated;
import java.time.Instant;

/**
 * A detector has found that a model loses more by a row than it did.
 *
 * @param found the end of the day whose labels told
 * @param since the start of the day from which on it is most likely to have been so
 * @param before the mean loss until then
 * @param after the mean loss since
 */
public record Change(Calibrated detector, Instant found, Instant since, double before, double after) {
    public void write(ByteWriter out) {
        out.text(detector.name()).whole(found.toEpochMilli()).whole(since.toEpochMilli());
        out.number(before).number(after);
    }

    public static Change read(ByteReader in) {
        return new Change(
                Calibrated.valueOf(in.text()),
                Instant.ofEpochMilli(in.whole()),
                Instant.ofEpochMilli(in.whole()),
                in.number(),
                in.number());
    }
}
