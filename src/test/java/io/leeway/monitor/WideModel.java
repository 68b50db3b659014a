package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.ReferenceTexts;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Watching;
import io.leeway.catalog.WindowSize;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Days of a model of 100 features, three numbers to a category of twenty, with a score and labels, beside a baseline of four
 * weeks: what it costs to report one of them that is closed, over and over, as late rows revise it.
 */
public final class WideModel {
    private static final String MODEL = "wide";
    private static final int FEATURES = 100;
    private static final int REFERENCE_DAYS = 28;
    private static final int REFERENCE = 28_000;
    private static final int DAYS = 9;
    private static final Instant FIRST = Instant.parse("2024-03-04T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Clockwork clockwork = new Clockwork(2);
    private final SplittableRandom random = new SplittableRandom(23);
    private int late;

    private WideModel() {}

    /** With the baseline as its only reference, and nothing else on. */
    public static WideModel plain(int rowsADay) {
        return new WideModel().days(settings(List.of("baseline"), List.of(), false), rowsADay);
    }

    /** With a trailing week as a second reference, and all numbers watched together. */
    public static WideModel withEverything(int rowsADay) {
        return new WideModel().days(settings(List.of("baseline", "trailing 7"), List.of(), true), rowsADay);
    }

    /** The same, and the twenty categories of one feature as segments: most reports are of a segment. */
    public static WideModel withSegments(int rowsADay) {
        return new WideModel().days(settings(List.of("baseline", "trailing 7"), List.of("f003"), true), rowsADay);
    }

    /** Milliseconds of processor time that a report of a closed day takes, on average of so many passes of the reporter. */
    public double millis(int passes) {
        long nanos = 0;
        long reported = 0;
        for (int pass = 0; pass < passes; pass++) {
            clockwork.predictions(rows(FIRST.plus(DAY.multipliedBy(DAYS - 2)), DAY, 1, "late-" + late++));
            clockwork.commit();
            long before = clockwork.reported();
            long begin = nanos();
            clockwork.pass();
            nanos += nanos() - begin;
            reported += clockwork.reported() - before;
        }
        return nanos / 1e6 / reported;
    }

    /** Processor time of this thread. */
    public static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private WideModel days(ModelSettings settings, int rowsADay) {
        clockwork.settings(MODEL, settings);
        Instant reference = FIRST.minus(DAY.multipliedBy(REFERENCE_DAYS));
        clockwork.baseline(rows(reference, DAY.multipliedBy(REFERENCE_DAYS), REFERENCE, "r-"));
        for (int day = 0; day < DAYS; day++) {
            clockwork.predictions(rows(FIRST.plus(DAY.multipliedBy(day)), DAY, rowsADay, day + "-"));
            clockwork.report();
        }
        return this;
    }

    private static ModelSettings settings(List<String> references, List<String> segments, boolean manyInputs) {
        return SettingsOf.watching(
                new Watching(
                        references.stream()
                                .map(ReferenceTexts::parse)
                                .flatMap(Optional::stream)
                                .toList(),
                        Optional.empty(),
                        segments,
                        manyInputs),
                WindowSize.DAY);
    }

    private Batch rows(Instant from, Duration span, int count, String ids) {
        BatchBuilder rows = new BatchBuilder(MODEL);
        int[] columns = IntStream.range(0, FEATURES)
                .map(feature -> rows.feature(String.format("f%03d", feature)))
                .toArray();
        for (int row = 0; row < count; row++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                if (feature % 4 == 3) {
                    rows.featureText(columns[feature], "c" + random.nextInt(20));
                } else {
                    rows.featureNumber(columns[feature], random.nextGaussian());
                }
            }
            double score = random.nextDouble();
            rows.id(ids + row);
            rows.score(score);
            rows.predictionNumber(score > 0.5 ? 1 : 0);
            rows.labelNumber(random.nextDouble() < score ? 1 : 0);
            rows.timestamp(from.toEpochMilli() + span.toMillis() * row / count);
            rows.keep();
        }
        return rows.build();
    }
}
