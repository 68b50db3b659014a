package io.leeway.monitor;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up rows of a binary model with one numeric and one categorical feature. */
final class Rows {
    static final String MODEL = "made-up";

    private Rows() {}

    record Row(String id, Instant time, String version, double size, String colour, int prediction, double score) {}

    /** Rows spread evenly over a stretch of time; the same for the same seed. */
    static List<Row> some(int count, Instant from, Instant to, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        long step = (to.toEpochMilli() - from.toEpochMilli()) / count;
        for (int i = 0; i < count; i++) {
            double score = Math.round(random.nextDouble() * 1e6) / 1e6;
            rows.add(new Row(
                    "id-" + seed + "-" + i,
                    from.plusMillis(step * i),
                    random.nextInt(4) == 0 ? "2" : "1",
                    Math.round(random.nextGaussian() * 1000) / 100.0,
                    List.of("red", "green", "blue").get(random.nextInt(3)),
                    score >= 0.5 ? 1 : 0,
                    score));
        }
        return rows;
    }

    static Batch batch(List<Row> rows) {
        BatchBuilder batch = new BatchBuilder(MODEL);
        int size = batch.feature("size");
        int colour = batch.feature("colour");
        for (Row row : rows) {
            batch.id(row.id());
            batch.timestamp(row.time().toEpochMilli());
            batch.version(row.version());
            batch.featureNumber(size, row.size());
            batch.featureText(colour, row.colour());
            batch.predictionNumber(row.prediction());
            batch.score(row.score());
            batch.keep();
        }
        return batch.build();
    }

    /** Labels of rows, known a day after their time; true with the probability the score says. */
    static Labels labels(List<Row> rows) {
        LabelsBuilder labels = new LabelsBuilder(MODEL);
        for (Row row : rows) {
            int label = new Random(row.id().hashCode()).nextDouble() < row.score() ? 1 : 0;
            labels.add(row.id(), label, row.time().plusSeconds(86_400).toEpochMilli());
        }
        return labels.build();
    }
}
