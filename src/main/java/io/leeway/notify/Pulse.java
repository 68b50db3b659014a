package io.leeway.notify;

import io.leeway.bytes.ByteWriter;
import io.leeway.state.Changes;
import io.leeway.state.Keys;
import java.time.Instant;

/** A commit whose only purpose is to show that there can be one. */
public final class Pulse {
    private Pulse() {}

    public static Changes at(Instant now) {
        Changes changes = new Changes();
        changes.put(
                Tables.PULSE,
                Keys.of("last").bytes(),
                new ByteWriter().whole(now.toEpochMilli()).toByteArray());
        return changes;
    }
}
