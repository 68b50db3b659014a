package io.leeway.wire;

/**
 * JSON: a row is an element of the array, or the one object. Only brackets and strings are looked at: whether a row is
 * JSON is for its reader to say, so a broken element costs itself alone as long as its brackets match.
 */
final class Elements implements RowBoundary {
    private boolean begun;
    private boolean inArray;
    private boolean atFirstByte;
    private int depth;
    private boolean inString;
    private boolean escaped;

    @Override
    public int begin(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && between(bytes[at])) {
            at++;
        }
        begun |= at < to;
        atFirstByte = true;
        return at;
    }

    private boolean between(byte octet) {
        if (octet == '[' && !inArray) {
            begun = true;
            inArray = true;
            return true;
        }
        if (octet == ']' && inArray) {
            inArray = false;
            return true;
        }
        return octet == ',' || Between.rows(octet);
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte octet = bytes[at];
            if (inString) {
                inString(octet);
            } else if (depth == 0 && !atFirstByte && (octet == ',' || octet == ']')) {
                return at;
            } else if (outside(octet)) {
                return at + 1;
            }
            atFirstByte = false;
        }
        return -1;
    }

    private void inString(byte octet) {
        if (escaped) {
            escaped = false;
        } else if (octet == '\\') {
            escaped = true;
        } else if (octet == '"') {
            inString = false;
        }
    }

    /** Whether the row ends with this byte. */
    private boolean outside(byte octet) {
        switch (octet) {
            case '"' -> inString = true;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                depth = Math.max(0, depth - 1);
                return depth == 0;
            }
            default -> {}
        }
        return false;
    }

    @Override
    public boolean wholeAtEnd() {
        return depth == 0 && !inString;
    }

    @Override
    public Closing closing() {
        if (!begun) {
            return Closing.EMPTY;
        }
        return inArray ? Closing.CUT_OFF : Closing.COMPLETE;
    }
}
