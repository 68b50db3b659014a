package io.leeway.event;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ids of a batch's rows as UTF-8 in one array. An id of no bytes is no id. Immutable. */
public final class IdColumn {
    /** The longest id, in bytes. */
    public static final int LONGEST = 256;

    private final byte[] bytes;
    private final int[] ends;

    IdColumn(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    public int size() {
        return ends.length;
    }

    /** Whether the row has an id; without one it can be neither de-duplicated nor labelled. */
    public boolean present(int row) {
        return ends[row] > start(row);
    }

    /** A copy of the row's id. */
    public byte[] bytes(int row) {
        return Arrays.copyOfRange(bytes, start(row), ends[row]);
    }

    /** The row's id as text; empty without one. */
    public String text(int row) {
        return new String(bytes, start(row), ends[row] - start(row), StandardCharsets.UTF_8);
    }

    /** The 64-bit hash of the row's id, the same in every release: it decides the lane. */
    public long hash(int row) {
        return Hash.of(bytes, start(row), ends[row]);
    }

    void write(ByteWriter out) {
        for (int row = 0; row < ends.length; row++) {
            out.count(ends[row] - start(row));
        }
        out.raw(bytes, 0, ends.length == 0 ? 0 : ends[ends.length - 1]);
    }

    static IdColumn read(ByteReader in, int rows) {
        int[] ends = new int[rows];
        long end = 0;
        for (int row = 0; row < rows; row++) {
            end += in.length();
            ends[row] = (int) end;
        }
        return new IdColumn(in.raw((int) Math.min(end, Integer.MAX_VALUE)), ends);
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }
}
