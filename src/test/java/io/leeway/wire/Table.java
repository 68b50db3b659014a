package io.leeway.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A CSV body by chance, and what each of its records means.
 *
 * @param expected by record, empty for one that is to be rejected
 */
record Table(byte[] body, List<Optional<Map<String, String>>> expected) {
    private static final Set<String> RESERVED =
            Set.of("id", "timestamp", "model", "version", "prediction", "score", "label");
    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "null");

    static Table by(Random random) {
        return new Writer(random).table();
    }

    /** Writes one. */
    private static final class Writer {
        private final Random random;
        private final Scribble scribble;
        private final List<String> names;
        private final String lineEnd;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final List<Optional<Map<String, String>>> expected = new ArrayList<>();

        Writer(Random random) {
            this.random = random;
            this.scribble = new Scribble(random);
            this.lineEnd = random.nextBoolean() ? "\n" : "\r\n";
            Set<String> some = new TreeSet<>(List.of("id", "score"));
            IntStream.range(0, random.nextInt(7)).forEach(i -> some.add(name()));
            this.names = new ArrayList<>(some);
        }

        Table table() {
            write(random.nextInt(4) == 0 ? "\uFEFF" : "");
            write(String.join(",", names.stream().map(this::written).toList()));
            for (int i = random.nextInt(8); i >= 0; i--) {
                write(lineEnd);
                record();
            }
            write(random.nextBoolean() ? lineEnd : "");
            return new Table(body.toByteArray(), expected);
        }

        private void record() {
            List<String> cells = names.stream().map(this::cell).toList();
            boolean good = random.nextInt(4) > 0;
            write(String.join(",", cells.stream().map(this::written).toList()));
            if (!good) {
                spoil();
            }
            expected.add(good ? meaning(cells) : Optional.empty());
        }

        /** Behind the last cell, which makes the whole record one that cannot be read. */
        private void spoil() {
            switch (random.nextInt(3)) {
                case 0 -> write(",one too many");
                case 1 -> write(",\"quoted\" and more");
                default -> body.writeBytes(new byte[] {'x', (byte) 0xC0, (byte) 0x80});
            }
        }

        private Optional<Map<String, String>> meaning(List<String> cells) {
            List<Said.Member> members = new ArrayList<>();
            List<Said.Member> features = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                boolean reserved = RESERVED.contains(names.get(i));
                (reserved ? members : features).add(new Said.Member(names.get(i), said(cells.get(i))));
            }
            members.add(new Said.Member("features", new Said.Members(features)));
            return SlowRow.prediction(members);
        }

        private String name() {
            return switch (random.nextInt(3)) {
                case 0 ->
                    List.of("timestamp", "model", "version", "prediction", "label", "features", "")
                            .get(random.nextInt(7));
                default -> unicode(scribble.text());
            };
        }

        private String cell(String name) {
            return switch (name) {
                case "id" -> unicode(scribble.text());
                case "timestamp" -> scribble.time().replace("\"", "");
                case "model" -> random.nextBoolean() ? "m" : "";
                case "score" -> random.nextInt(8) == 0 ? scribble.nearlyNumber() : "0." + random.nextInt(1000);
                default -> random.nextBoolean() ? scribble.nearlyNumber() : unicode(scribble.text());
            };
        }

        private String written(String cell) {
            boolean must = cell.chars().anyMatch(one -> ",\"\r\n".indexOf(one) >= 0);
            return must || random.nextInt(4) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
        }

        private void write(String text) {
            body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        private static Said said(String cell) {
            if (MISSING.contains(cell)) {
                return new Said.Nothing();
            }
            boolean number = cell.length() <= 1000 && cell.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
            return number ? new Said.Digits(cell) : new Said.Text(cell);
        }

        private static String unicode(String text) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }
}
