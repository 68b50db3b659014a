package io.leeway.faults;

import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import java.time.Duration;
import java.time.Instant;

/** Rows of a binary model whose input is the same every day, but for a shift. */
final class Traffic {
    static final String MODEL = "shop";
    static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    /** Rows a day. */
    static final int DAY = 100;

    private Traffic() {}

    static Instant start(int day) {
        return MONDAY.plus(Duration.ofDays(day));
    }

    /** The rows [from, to) of a day; those behind its {@link #DAY} are of the same time as the first ones. */
    static Batch rows(int day, int from, int to, double shift) {
        BatchBuilder batch = new BatchBuilder(MODEL);
        add(batch, day, from, to, shift, true);
        return batch.build();
    }

    /** Rows without ids. */
    static Batch anonymous(int day, int from, int to, double shift) {
        BatchBuilder batch = new BatchBuilder(MODEL);
        add(batch, day, from, to, shift, false);
        return batch.build();
    }

    /** Four days before the first. */
    static Batch reference() {
        BatchBuilder batch = new BatchBuilder(MODEL);
        for (int day = -4; day < 0; day++) {
            add(batch, day, 0, DAY, 0, true);
        }
        return batch.build();
    }

    /** The labels of a day's rows with ids, known at its end. */
    static Labels labels(int day) {
        LabelsBuilder labels = new LabelsBuilder(MODEL);
        for (int i = 0; i < DAY; i++) {
            labels.add(id(day, i), i % 10 == 3 ? 0 : 1, start(day + 1).toEpochMilli());
        }
        return labels.build();
    }

    static String id(int day, int i) {
        return day + "-" + i;
    }

    private static void add(BatchBuilder batch, int day, int from, int to, double shift, boolean named) {
        for (int i = from; i < to; i++) {
            if (named) {
                batch.id(id(day, i));
            }
            batch.timestamp(start(day)
                    .plus(Duration.ofDays(1).multipliedBy(i % DAY).dividedBy(DAY))
                    .toEpochMilli());
            batch.version(i % 4 == 0 ? "2" : "1");
            batch.featureNumber(batch.feature("price"), (i * 37 % 100) / 10.0 + shift);
            batch.score((i * 61 % 100) / 100.0);
            batch.predictionNumber(i * 61 % 100 >= 50 ? 1 : 0);
            batch.keep();
        }
    }
}
