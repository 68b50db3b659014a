package io.leeway.mail;

import java.util.Locale;

/**
 * The one place through which every name and text of the outside goes before it enters a mail: nothing that passes can
 * begin a new line, hide or turn the text around it.
 */
final class Clean {
    private static final int LONGEST = 1000;
    /** A header line must not be longer than 998 characters (RFC 5322, 2.1.1); ours stay far below. */
    private static final int LONGEST_HEADER = 200;

    private Clean() {}

    /** One line of visible text. */
    static String line(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> visible(point) ? point : ' ')
                .forEach(clean::appendCodePoint);
        String line = clean.toString().strip();
        return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line;
    }

    /** The text of a header that readers decode: what looks like an encoded word (RFC 2047) is broken up. */
    static String subject(String text) {
        return line(text).replace("=?", "= ?");
    }

    /** The value of a header of our own: printable ASCII. */
    static String header(String text) {
        StringBuilder clean = new StringBuilder();
        subject(text)
                .codePoints()
                .limit(LONGEST_HEADER)
                .map(point -> point >= ' ' && point < 127 ? point : '?')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** A part of a domain name. */
    static String label(String text) {
        String label = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return label.substring(0, Math.min(60, label.length())).replaceAll("^-|-$", "");
    }

    /** Text inside an element or a quoted attribute. */
    static String html(String text) {
        return line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Not a control, a line end, a format character (such as one that turns the direction of writing) or half of one. */
    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
