package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model whose input is the same every day but for the days it is told to drift, and whose answers are mostly right. */
final class Shop {
    static final String PATH = "/v1/models/shop";
    static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    static final int A_DAY = 240;

    /** How long behind midnight those are at work who are told of warnings. */
    static final Duration MORNING = Duration.ofHours(9);

    private static final String SETTINGS =
            "{\"task\":\"binary\",\"windows\":[\"1h\",\"1d\"],\"lateness\":\"1h\",\"idle_after\":\"365d\"}";

    private Shop() {}

    /** The settings, and a reference set of four days. */
    static void open(Caller caller) throws IOException {
        assertThat(caller.put(PATH, "application/json", SETTINGS).status()).isEqualTo(200);
        String reference = IntStream.range(-4, 0)
                .mapToObj(day -> IntStream.range(0, A_DAY)
                        .mapToObj(i -> row(day, i, 0).replaceFirst("}$", ",\"label\":" + label(i) + "}"))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
        assertThat(caller.put(PATH + "/baseline", "application/x-ndjson", reference)
                        .status())
                .isEqualTo(200);
    }

    /** The predictions of one day, NDJSON. */
    static String day(int day, double shift) {
        return rows(day, 0, A_DAY, shift);
    }

    /** Some predictions of one day: the rows [from, to) of its {@link #A_DAY}. */
    static String rows(int day, int from, int to, double shift) {
        return IntStream.range(from, to).mapToObj(i -> row(day, i, shift)).collect(Collectors.joining("\n"));
    }

    /** The labels of one day, NDJSON. */
    static String labels(int day) {
        return IntStream.range(0, A_DAY)
                .mapToObj(i -> "{\"id\":\"%d-%d\",\"label\":%d,\"timestamp\":\"%s\"}"
                        .formatted(day, i, label(i), time(day, i).plus(Duration.ofHours(1))))
                .collect(Collectors.joining("\n"));
    }

    static Instant start(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    private static String row(int day, int i, double shift) {
        return "{\"id\":\"%d-%d\",\"timestamp\":\"%s\",\"version\":\"1\",\"features\":{\"price\":%s},\"score\":%s}"
                .formatted(day, i, time(day, i), (i * 37 % 100) / 10.0 + shift, score(i));
    }

    private static Instant time(int day, int i) {
        return start(day).plus(Duration.ofDays(1).dividedBy(A_DAY).multipliedBy(i));
    }

    private static double score(int i) {
        return (i * 61 % 100) / 100.0;
    }

    private static int label(int i) {
        return score(i) >= 0.5 == (i % 10 != 3) ? 1 : 0;
    }
}
