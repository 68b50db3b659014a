package io.leeway.ingest;

import java.nio.ByteBuffer;

/** Pseudonyms anybody can work out, which is enough where nothing is secret. */
public final class TestKey {
    public static final Pseudonyms PSEUDONYMS = (kind, value) -> ByteBuffer.allocate(16)
            .putLong(4, kind.hashCode())
            .putInt(0, value.hashCode())
            .array();

    private TestKey() {}
}
