package io.leeway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the rows of a synthetic model look like: numbers of four kinds (whole, normal, exponential, a share), categories with
 * 3 to 200 values, one value in a hundred missing. With {@link #usual} a row has about 460 bytes.
 */
record Rows(int numbers, int categories) {
    /** Stands where an id goes: a row's number in twelve digits. */
    static final String ID = "p-000000000000";

    /** Stands where a timestamp goes. */
    static final String TIMESTAMP = "2000-01-01T00:00:00.000Z";

    private static final int[] VALUES = {3, 5, 8, 20, 60, 200};

    /** 14 numbers and 6 categories. */
    static Rows usual() {
        return new Rows(14, 6);
    }

    /** Bytes of NDJSON rows, the same for the same seed. */
    byte[] predictions(long seed, int rows) {
        Random random = new Random(seed);
        return IntStream.range(0, rows)
                .mapToObj(
                        row -> "{\"id\":\"%s\",\"timestamp\":\"%s\",\"version\":\"1\",\"features\":{%s},\"score\":%s}\n"
                                .formatted(ID, TIMESTAMP, features(random), share(random)))
                .collect(Collectors.joining())
                .getBytes(ISO_8859_1);
    }

    /** Bytes of NDJSON labels for the same ids. */
    byte[] labels(long seed, int rows) {
        Random random = new Random(seed);
        return IntStream.range(0, rows)
                .mapToObj(row -> "{\"id\":\"%s\",\"label\":%d,\"timestamp\":\"%s\"}\n"
                        .formatted(ID, random.nextInt(2), TIMESTAMP))
                .collect(Collectors.joining())
                .getBytes(ISO_8859_1);
    }

    /** A reference set of NDJSON rows that look alike. */
    String reference(long seed, int rows) {
        Random random = new Random(seed);
        return IntStream.range(0, rows)
                .mapToObj(row -> "{\"features\":{%s},\"score\":%s,\"label\":%d}\n"
                        .formatted(features(random), share(random), random.nextInt(2)))
                .collect(Collectors.joining());
    }

    private String features(Random random) {
        return Stream.concat(
                        IntStream.range(0, numbers).mapToObj(i -> "\"num_%02d\":%s".formatted(i, number(i, random))),
                        IntStream.range(0, categories)
                                .mapToObj(i -> "\"category_%02d\":%s".formatted(i, category(i, random))))
                .collect(Collectors.joining(","));
    }

    private static String number(int feature, Random random) {
        if (random.nextInt(100) == 0) {
            return "null";
        }
        return switch (feature % 4) {
            case 0 -> String.valueOf(random.nextInt(100_000));
            case 1 -> decimal(3, random.nextGaussian() * 10 + 50);
            case 2 -> decimal(2, -Math.log(1 - random.nextDouble()) * 100);
            default -> share(random);
        };
    }

    private static String category(int feature, Random random) {
        return random.nextInt(100) == 0
                ? "null"
                : "\"value%d\"".formatted(random.nextInt(VALUES[feature % VALUES.length]));
    }

    private static String share(Random random) {
        return decimal(5, random.nextDouble());
    }

    private static String decimal(int digits, double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
