package io.leeway.influx;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tag values as InfluxDB can hold them. A tag cannot hold a line break, nor a backslash where it would escape what
 * follows; both, and other control characters, are written as in a URL ({@code %0A}, {@code %5C}). A '%' is written so
 * only where it would be taken for that. All other texts stand as they are.
 */
final class TagText {
    private static final Pattern UNSAFE = Pattern.compile("[\\x00-\\x1F\\x7F\\\\]|%(?=[0-9A-F]{2})");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-F]{2})");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private TagText() {}

    static String encode(String value) {
        return UNSAFE.matcher(value)
                .replaceAll(found -> "%" + HEX.toHexDigits((byte) found.group().charAt(0)));
    }

    static String decode(String stored) {
        return ENCODED.matcher(stored)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(found.group(1)))));
    }
}
