package io.leeway.event;

/**
 * FNV-1a over bytes with the finaliser of SplitMix64 behind it. It decides in which bucket an id lives, so it never
 * changes. (Fowler, Noll, Vo, RFC 9923; Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195.)
 */
public final class Hash {
    private Hash() {}

    public static long of(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** Spreads a number over all 64 bits. */
    public static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
