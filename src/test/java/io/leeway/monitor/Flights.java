package io.leeway.monitor;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Made-up flights: how many a day leave each airport, and how far they go. */
final class Flights {
    static final String MODEL = "flights";

    private Flights() {}

    /**
     * Flights of one version.
     *
     * @param distances the mean by airport
     * @param rows how many by airport
     */
    record Traffic(String version, Map<String, Double> distances, Map<String, Integer> rows) {
        Traffic {
            distances = new TreeMap<>(distances);
            rows = new TreeMap<>(rows);
        }

        /** The same with other distances from one airport. */
        Traffic with(String airport, double distance) {
            Map<String, Double> changed = new TreeMap<>(distances);
            changed.put(airport, distance);
            return new Traffic(version, changed, rows);
        }

        /** The rows of a day, labelled with what was predicted where they are a reference. */
        Batch day(Instant day, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> airports = new ArrayList<>();
            rows.forEach((airport, count) -> airports.addAll(Collections.nCopies(count, airport)));
            BatchBuilder batch = new BatchBuilder(MODEL);
            int where = batch.feature("airport");
            int distance = batch.feature("distance");
            for (int row = 0; row < airports.size(); row++) {
                String airport = airports.get(row);
                batch.id(version + "-" + seed + "-" + row);
                batch.timestamp(day.plusMillis(Duration.ofDays(1).toMillis() / airports.size() * row)
                        .toEpochMilli());
                batch.version(version);
                batch.featureText(where, airport);
                batch.featureNumber(distance, distances.getOrDefault(airport, 500.0) + 100 * random.nextGaussian());
                batch.predictionNumber(row % 2);
                batch.labelNumber(random.nextInt(10) == 0 ? 1 - row % 2 : row % 2);
                batch.keep();
            }
            return batch.build();
        }

        /** The same rows without their labels. */
        Batch unlabelled(Instant day, long seed) {
            Batch rows = day(day, seed);
            BatchBuilder batch = new BatchBuilder(MODEL);
            int where = batch.feature("airport");
            int distance = batch.feature("distance");
            for (int row = 0; row < rows.size(); row++) {
                batch.id(version + "-" + seed + "-" + row);
                batch.timestamp(rows.timestamps()[row]);
                batch.version(version);
                batch.featureText(where, rows.features().get(0).category(row).orElseThrow());
                batch.featureNumber(distance, rows.features().get(1).number(row));
                batch.predictionNumber(row % 2);
                batch.keep();
            }
            return batch.build();
        }

        /** Labels of so many of every ten rows, as predicted. */
        Labels labels(Instant day, long seed, int ofTen) {
            return labels(day, seed, ofTen, 0);
        }

        /** Labels of all rows, each the other way round. */
        Labels wrong(Instant day, long seed) {
            return labels(day, seed, 10, 1);
        }

        private Labels labels(Instant day, long seed, int ofTen, int turned) {
            LabelsBuilder labels = new LabelsBuilder(MODEL);
            int count = rows.values().stream().mapToInt(Integer::intValue).sum();
            for (int row = 0; row < count; row++) {
                if (row % 10 < ofTen) {
                    labels.add(version + "-" + seed + "-" + row, (row + turned) % 2, day.toEpochMilli());
                }
            }
            return labels.build();
        }
    }
}
