package io.leeway.drift;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.profile.Profiler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of a model with one numeric feature {@code x} and one categorical {@code c}, one row an hour from 1970 on. */
final class SampleRows {
    static final FeatureKey X = FeatureKey.feature("x");
    static final FeatureKey C = FeatureKey.feature("c");
    static final Model MODEL = new Model(
            "m",
            ModelSettings.withDefaults(),
            Optional.of(Task.BINARY),
            Optional.of("1"),
            Map.of("x", FeatureKind.NUMERIC, "c", FeatureKind.CATEGORICAL));

    private SampleRows() {}

    /** Rows of numbers, NaN for a missing one. */
    static Batch numbers(double... values) {
        BatchBuilder rows = new BatchBuilder("m");
        for (double value : values) {
            rows.featureNumber(rows.feature("x"), value);
            keep(rows);
        }
        return rows.build();
    }

    static Batch categories(String... values) {
        BatchBuilder rows = new BatchBuilder("m");
        for (String value : values) {
            rows.featureText(rows.feature("c"), value);
            keep(rows);
        }
        return rows.build();
    }

    static Baseline baseline(Batch reference) {
        return Baseline.of("b1", reference, MODEL, Baseline.Origin.UPLOADED);
    }

    /** The profile of all rows, held against a baseline. */
    static Profile profile(Batch batch, Baseline baseline) {
        Profile profile = new Profile();
        int[] rows = IntStream.range(0, batch.size()).toArray();
        new Profiler(batch, MODEL, List.of(baseline.layout())).add(profile, rows, rows.length);
        return profile;
    }

    private static void keep(BatchBuilder rows) {
        rows.timestamp(rows.size() * 3_600_000L);
        rows.predictionNumber(rows.size() % 2);
        rows.keep();
    }
}
