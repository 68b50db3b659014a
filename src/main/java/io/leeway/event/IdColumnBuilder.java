package io.leeway.event;

import java.util.Arrays;

/** An {@link IdColumn} in the making. */
final class IdColumnBuilder {
    private byte[] bytes = new byte[256];
    private int[] ends = new int[16];
    private int rows;

    void add(byte[] id) {
        add(id, id.length);
    }

    /** The first bytes of an array, which may change afterwards. */
    void add(byte[] id, int length) {
        int start = rows == 0 ? 0 : ends[rows - 1];
        if (bytes.length - start < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
        }
        System.arraycopy(id, 0, bytes, start, length);
        if (ends.length == rows) {
            ends = Arrays.copyOf(ends, rows * 2);
        }
        ends[rows++] = start + length;
    }

    IdColumn build() {
        int end = rows == 0 ? 0 : ends[rows - 1];
        return new IdColumn(Arrays.copyOf(bytes, end), Arrays.copyOf(ends, rows));
    }
}
