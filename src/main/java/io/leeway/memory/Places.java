package io.leeway.memory;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Arrays;

/**
 * Where the entries of a segment stand in their bucket, to 32 bits: all that filters are made from. Kept in the store in
 * place of the filters, so that those of several segments can become one of any size.
 */
final class Places {
    private static final int VERSION = 1;
    private static final int DROPPED_BITS = IdKey.PLACE_BITS - Integer.SIZE;

    private int[] ascending = new int[256];
    private int size;

    /** The place of an entry with this order. */
    static int of(long order) {
        return (int) (order >>> DROPPED_BITS);
    }

    /** Adds a place that is not before the last one, as numbers without sign. */
    void add(int place) {
        if (size == ascending.length) {
            ascending = Arrays.copyOf(ascending, size * 2);
        }
        ascending[size++] = place;
    }

    int size() {
        return size;
    }

    void addTo(Filter filter) {
        for (int i = 0; i < size; i++) {
            filter.add(ascending[i]);
        }
    }

    /** Each place as its distance to the one before. */
    byte[] bytes() {
        ByteWriter out = new ByteWriter(size * 4 + 16).octet(VERSION).count(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            long place = Integer.toUnsignedLong(ascending[i]);
            out.count(place - before);
            before = place;
        }
        return out.toByteArray();
    }

    static Places read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int unused = in.version("places of remembered ids", VERSION);
        Places places = new Places();
        long place = 0;
        for (int left = in.length(); left > 0; left--) {
            place += in.count();
            places.add((int) place);
        }
        return places;
    }
}
