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
    /** Worked out here, once: every lane asks for those of all rows. */
    private final long[] hashes;

    IdColumn(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
        this.hashes = new long[ends.length];
        for (int row = 0; row < ends.length; row++) {
            hashes[row] = Hash.of(bytes, start(row), ends[row]);
        }
    }

    /** One row with this id. */
    public static IdColumn of(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return new IdColumn(bytes, new int[] {bytes.length});
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
        return hashes[row];
    }

    /** How many bytes the row's id takes. */
    public int length(int row) {
        return ends[row] - start(row);
    }

    /** Copies the row's id into an array. */
    public void copy(int row, byte[] to, int at) {
        System.arraycopy(bytes, start(row), to, at, length(row));
    }

    /** Whether the row's id is these bytes. */
    public boolean is(int row, byte[] others, int from, int to) {
        return Arrays.equals(bytes, start(row), ends[row], others, from, to);
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
