package io.leeway.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one client sends: predictions with ids, others that only an idempotency key tells apart, labels, settings, and now
 * and then something that it has sent before. It knows what must have been counted once all of it is answered.
 */
final class Sales {
    static final String PATH = "/v1/models/sales";
    static final int DAYS = 6;
    static final List<String> COLOURS = List.of("blue", "green", "red");

    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final String SETTINGS = "{\"task\":\"binary\",\"windows\":[\"1d\"],\"idle_after\":\"365d\","
            + "\"keep_windows\":\"400d\",\"label_horizon\":\"%dd\"}";

    private final String name;
    private final Random random;
    private final List<Request> sent = new ArrayList<>();
    private final List<List<Sale>> named = new ArrayList<>();
    private final Counts counts = new Counts();
    private int rows;

    /** A client with a name of its own. */
    Sales(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    /** A request; nobody minds if it comes twice. */
    record Request(String method, String path, String body, Optional<String> key) {}

    /** A row, which may have been labelled. */
    private record Sale(String id, int day, int colour) {
        String json(boolean withId) {
            return "{%s\"timestamp\":\"%s\",\"version\":\"1\",\"features\":{\"colour\":\"%s\"},\"score\":0.7}"
                    .formatted(withId ? "\"id\":\"" + id + "\"," : "", start(day), COLOURS.get(colour));
        }

        String label() {
            return "{\"id\":\"%s\",\"label\":1,\"timestamp\":\"%s\"}".formatted(id, start(day + 1));
        }
    }

    static Instant start(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    static String settings(int horizon) {
        return SETTINGS.formatted(horizon);
    }

    /** A reference set of all colours. */
    static String reference() {
        return IntStream.range(0, 30)
                .mapToObj(i -> new Sale("reference-" + i, -1, i % COLOURS.size()).json(true))
                .collect(Collectors.joining("\n"));
    }

    /** Everything sent so far. */
    List<Request> sent() {
        return sent;
    }

    /** What must have been counted once all of it is answered. */
    Counts counts() {
        return counts;
    }

    Request next() {
        int chance = random.nextInt(100);
        if (chance < 20 && !sent.isEmpty()) {
            return sent.get(random.nextInt(sent.size()));
        }
        Request request = chance < 22 ? changedSettings() : chance < 45 && !named.isEmpty() ? labels() : sales();
        sent.add(request);
        return request;
    }

    private Request changedSettings() {
        return new Request("PUT", PATH, settings(80 + random.nextInt(10)), Optional.empty());
    }

    private Request labels() {
        List<Sale> some = named.remove(random.nextInt(named.size()));
        some.forEach(sale -> counts.labelled(sale.day()));
        return post("labels", some.stream().map(Sale::label).toList(), Optional.empty());
    }

    private Request sales() {
        boolean withIds = random.nextInt(3) > 0;
        List<Sale> some = IntStream.rangeClosed(0, random.nextInt(20))
                .mapToObj(unused -> new Sale(name + "-" + rows++, random.nextInt(DAYS), random.nextInt(COLOURS.size())))
                .toList();
        some.forEach(sale -> counts.sold(sale.day(), sale.colour()));
        if (withIds) {
            named.add(some);
        }
        Optional<String> key = withIds ? Optional.empty() : Optional.of(name + " " + sent.size());
        return post("predictions", some.stream().map(sale -> sale.json(withIds)).toList(), key);
    }

    private static Request post(String what, List<String> rows, Optional<String> key) {
        return new Request("POST", PATH + "/" + what, String.join("\n", rows), key);
    }

    /** Counts of each day's window. */
    static final class Counts {
        private final long[][] sold = new long[DAYS][COLOURS.size()];
        private final long[] labelled = new long[DAYS];

        private void sold(int day, int colour) {
            sold[day][colour]++;
        }

        private void labelled(int day) {
            labelled[day]++;
        }

        void add(Counts other) {
            for (int day = 0; day < DAYS; day++) {
                labelled[day] += other.labelled[day];
                for (int colour = 0; colour < COLOURS.size(); colour++) {
                    sold[day][colour] += other.sold[day][colour];
                }
            }
        }

        /** One day: how many labels, and how many of each colour. */
        String day(int day) {
            return labelled[day] + " labelled of "
                    + IntStream.range(0, COLOURS.size())
                            .mapToObj(colour -> COLOURS.get(colour) + " " + sold[day][colour])
                            .collect(Collectors.joining(", "));
        }
    }
}
