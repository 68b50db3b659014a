package io.leeway.wire;

/** What may stand between rows and is none of them. */
final class Between {
    private Between() {}

    /** White space, and the bytes EF BB BF of a byte order mark, with which no JSON value begins. */
    static boolean rows(byte octet) {
        return switch (octet) {
            case ' ', '\t', '\r', '\n', (byte) 0xEF, (byte) 0xBB, (byte) 0xBF -> true;
            default -> false;
        };
    }
}
