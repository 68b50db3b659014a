package io.leeway.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes values and rows by chance: mostly good ones, among them all that is known to break readers. */
public final class Scribble {
    private static final List<String> WORDS = List.of(
            "ORD",
            "a",
            "b",
            "distance",
            "True",
            "False",
            "true",
            "NaN",
            "null",
            "NA",
            "1",
            "1.0",
            "02139",
            "*",
            " ",
            "x, y",
            "say \"hi\"",
            "back\\slash",
            "two\nlines",
            "\r\n",
            "\t",
            "\u0000",
            "\u007F",
            "\u00e9",
            "e\u0301",
            "\u202Eabc",
            "\u2028",
            "\uFEFF",
            "\uFFFF",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00x",
            "=1+1",
            "<b>",
            "../..",
            "id",
            "features");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "1",
            "-1",
            "0.5",
            "1e0",
            "1E+2",
            "1e-7",
            "1e999",
            "-1e999",
            "1e-400",
            "1e99999999999",
            "12345678901234567890",
            "-99999999999999999999",
            "0.1234567890123456789",
            "9007199254740993",
            "4.9e-324",
            "2.2250738585072012e-308",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "0e5",
            "123e-2");
    private static final List<String> NO_NUMBERS = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "+Infinity",
            "-INF",
            "+INF",
            "INF",
            "nan",
            "+1",
            ".5",
            "1.",
            "01",
            "-01",
            "1e",
            "1e+",
            "-",
            "--1",
            "0x10",
            "1_000",
            "1,5",
            "1.2.3",
            "1e5.5",
            "-NaN",
            "TRUE",
            "None",
            "undefined",
            "'a'",
            "1f",
            "1d");
    private static final List<String> TIMES = List.of(
            "0001-01-01T00:00:00Z",
            "2001-03-05T05:55:00Z",
            "2001-03-05t05:55:00.123456789Z",
            "2001-03-05 05:55:00+05:30",
            "2000-02-29T00:00:00Z",
            "2001-02-29T00:00:00Z",
            "1999-12-31T23:59:60Z",
            "2001-03-05T24:00:00Z",
            "2001-03-05T05:55:00",
            "2001-03-05",
            "2001-13-05T05:55:00Z",
            "0000-00-00T00:00:00Z",
            "2026-01-03T03:04:05Z",
            "2026-01-03T03:04:05.001Z",
            "2001-03-05T05:55:00z",
            "2001-03-05T05:55:00.Z",
            "2001-03-05T05:55:00-00:00",
            "2001-03-05T05:55:00+25:00",
            "9999-12-31T23:59:59Z",
            "\u0662\u0660\u0660\u0661-03-05T05:55:00Z",
            "");

    private final Random random;

    public Scribble(Random random) {
        this.random = random;
    }

    /** A prediction or a label as JSON, with white space anywhere but line ends. */
    public String row() {
        List<String> members = new ArrayList<>();
        often(70, members, "id", () -> random.nextInt(4) == 0 ? number() : quoted(text()));
        often(50, members, "timestamp", this::time);
        often(30, members, "version", () -> random.nextBoolean() ? number() : quoted(text()));
        often(10, members, "model", () -> "\"m\"");
        often(85, members, "features", () -> object(random.nextInt(6), this::scalar));
        often(60, members, "prediction", this::scalar);
        often(70, members, "score", this::probability);
        often(10, members, "scores", () -> object(random.nextInt(4), this::probability));
        often(40, members, "label", this::scalar);
        often(10, members, text(), this::anything);
        if (random.nextInt(20) == 0 && !members.isEmpty()) {
            members.add(members.get(random.nextInt(members.size())));
        }
        Collections.shuffle(members, random);
        return space() + "{" + space() + String.join(space() + "," + space(), members) + space() + "}" + space();
    }

    /** A number that JSON takes. */
    String number() {
        return switch (random.nextInt(5)) {
            case 0 -> one(NUMBERS);
            case 1 ->
                Double.toString(Double.longBitsToDouble(random.nextLong())).replace("E", "e");
            case 2 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 3 -> digits(1 + random.nextInt(random.nextInt(100) == 0 ? 1200 : 25));
            default -> Integer.toString(random.nextInt(1000));
        };
    }

    /** Something like a number or a word, as it may stand in a CSV cell or by mistake in JSON. */
    String nearlyNumber() {
        return random.nextBoolean() ? one(NO_NUMBERS) : number();
    }

    /** Words put together, some of them no Unicode. */
    String text() {
        int words = random.nextInt(300) == 0 ? 400 : random.nextInt(3);
        return IntStream.range(0, words + random.nextInt(2))
                .mapToObj(i -> one(WORDS))
                .collect(Collectors.joining());
    }

    String time() {
        return switch (random.nextInt(6)) {
            case 0 -> quoted(one(TIMES));
            case 1 -> number();
            case 2 -> Long.toString(1_500_000_000_000L + random.nextInt());
            default ->
                quoted(Instant.ofEpochMilli(random.nextInt(1_700_000_000) * 1000L + random.nextInt(1000))
                        .toString());
        };
    }

    String probability() {
        return random.nextInt(30) == 0 ? anything() : Float.toString(random.nextFloat());
    }

    String scalar() {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> "NaN";
            case 3 -> random.nextInt(4) == 0 ? anything() : "-Infinity";
            case 4, 5, 6 -> quoted(text());
            default -> number();
        };
    }

    /** The text as JSON, every character as it is or escaped in one of the ways there are. */
    String quoted(String text) {
        StringBuilder written = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            boolean must = one < ' ' || one == '"' || one == '\\' || Character.isSurrogate(one);
            if (!must && random.nextInt(50) > 0) {
                written.append(one);
            } else if (one == '"' || one == '\\') {
                written.append('\\').append(one);
            } else {
                written.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) one));
            }
        }
        return written.append('"').toString();
    }

    /** Bytes nobody meant: the odd byte changed, dropped, put in or said twice. */
    public byte[] spoiled(byte[] bytes) {
        byte[] spoiled = bytes;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(spoiled.length + 1);
            int to = random.nextInt(20) == 0 ? spoiled.length : Math.min(spoiled.length, from + random.nextInt(4));
            byte[] instead = random.nextBoolean() ? new byte[0] : oddBytes();
            byte[] next = Arrays.copyOf(spoiled, spoiled.length - (to - from) + instead.length);
            System.arraycopy(instead, 0, next, from, instead.length);
            System.arraycopy(spoiled, to, next, from + instead.length, spoiled.length - to);
            spoiled = next;
        }
        return spoiled;
    }

    private byte[] oddBytes() {
        return switch (random.nextInt(8)) {
            case 0 -> new byte[] {(byte) 0xC0, (byte) 0x80};
            case 1 -> new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
            case 2 -> new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
            case 3 -> new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80};
            case 4 -> new byte[] {(byte) random.nextInt(256)};
            case 5 -> new byte[] {0};
            case 6 -> one(NO_NUMBERS).getBytes(StandardCharsets.UTF_8);
            default ->
                one(List.of("{", "}", "[", "]", ",", ":", "\"", "\\", " ", "null"))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private String anything() {
        return switch (random.nextInt(8)) {
            case 0 -> object(random.nextInt(3), this::scalar);
            case 1 -> "[" + scalar() + "," + anything() + "]";
            case 2 -> nested(random.nextInt(50) == 0 ? 990 + random.nextInt(20) : random.nextInt(5));
            case 3 -> "[]";
            default -> scalar();
        };
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "1" + "]".repeat(depth);
    }

    private String object(int members, Supplier<String> value) {
        return IntStream.range(0, members)
                .mapToObj(i -> quoted(text()) + space() + ":" + space() + value.get())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void often(int percent, List<String> members, String name, Supplier<String> value) {
        if (random.nextInt(100) < percent) {
            String written = random.nextInt(60) == 0 ? anything() : value.get();
            members.add(quoted(name) + space() + ":" + written);
        }
    }

    private String digits(int count) {
        String all = IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(random.nextInt(10)))
                .collect(Collectors.joining());
        return "1" + all + (random.nextBoolean() ? "." + all : "");
    }

    private String space() {
        return random.nextInt(12) == 0 ? one(List.of(" ", "\t", "  ", "\r")) : "";
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
