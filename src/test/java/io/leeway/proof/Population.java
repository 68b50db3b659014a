package io.leeway.proof;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where simulated rows come from.
 *
 * @param features how many, all alike and independent of each other
 * @param weather how values of one window are drawn: a window may have a noise of its own, which all its rows share
 */
record Population(String name, FeatureKind kind, int features, Function<RandomGenerator, Draw> weather) {
    static Population numbers(String name, Draw draw) {
        return new Population(name, FeatureKind.NUMERIC, 1, random -> draw);
    }

    static Population categories(String name, Draw draw) {
        return new Population(name, FeatureKind.CATEGORICAL, 1, random -> draw);
    }

    /** A normal feature whose mean wanders from window to window. */
    static Population wandering(double deviation) {
        return new Population(
                "mean wanders by " + deviation + " sd",
                FeatureKind.NUMERIC,
                1,
                random -> Draw.normal(deviation * random.nextGaussian(), 1));
    }

    Population withFeatures(int count) {
        return new Population(count + " features, " + name, kind, count, weather);
    }

    /** The same as it is in one window. */
    Population inOneWeather(RandomGenerator random) {
        Draw today = weather.apply(random);
        return new Population(name, kind, features, unused -> today);
    }

    Model model() {
        return new Model(
                "m",
                ModelSettings.withDefaults(),
                Optional.empty(),
                Optional.empty(),
                IntStream.range(0, features)
                        .boxed()
                        .collect(Collectors.toMap(feature -> "f" + feature, feature -> kind, (a, b) -> a)));
    }

    /** Draws the rows of a window. */
    Batch rows(long count, RandomGenerator random) {
        BatchBuilder rows = new BatchBuilder("m");
        draw(rows, weather.apply(random), count, 0, random);
        return rows.build();
    }

    /** Draws windows one behind the other, each with its time. */
    Batch windows(int windows, long rowsEach, RandomGenerator random) {
        BatchBuilder rows = new BatchBuilder("m");
        for (int window = 0; window < windows; window++) {
            draw(rows, weather.apply(random), rowsEach, window * 86_400_000L, random);
        }
        return rows.build();
    }

    private void draw(BatchBuilder rows, Draw draw, long count, long time, RandomGenerator random) {
        int[] columns = IntStream.range(0, features)
                .map(feature -> rows.feature("f" + feature))
                .toArray();
        for (long row = 0; row < count; row++) {
            for (int column : columns) {
                draw.put(rows, column, random);
            }
            rows.timestamp(time);
            rows.keep();
        }
    }
}
