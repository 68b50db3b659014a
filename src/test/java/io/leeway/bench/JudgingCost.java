package io.leeway.bench;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Task;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.Baseline;
import io.leeway.drift.FeatureEvidence;
import io.leeway.drift.Judge;
import io.leeway.drift.JudgeSettings;
import io.leeway.drift.WindowComparison;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.monitor.WideModel;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.profile.Profiler;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What it costs to say of a closed day of 100 numbers and categories how it differs from a reference of four weeks: all
 * figures, all tests, all sentences of drift alone; and what the reporter takes for it with everything on, from the stored
 * partials to the stored report.
 */
final class JudgingCost implements Part {
    private static final int FEATURES = 100;
    private static final int REFERENCE = 28_000;

    @Override
    public String name() {
        return "judge";
    }

    @Override
    public List<Table> measure(Plan plan) {
        return List.of(driftAlone(plan), reports(plan));
    }

    private static Table reports(Plan plan) {
        Table table = new Table("Reporting a window of 100 features", "rows", "what is on", "ms of one core a window");
        for (int rows : new int[] {1_000, 10_000}) {
            table.add((long) rows, "the baseline", millis(WideModel.plain(rows), plan));
            table.add((long) rows, "everything but segments", millis(WideModel.withEverything(rows), plan));
        }
        table.add(1_000L, "everything, 21 segments", millis(WideModel.withSegments(1_000), plan));
        return table;
    }

    /** The second of two measurements: the first warms up. */
    private static double millis(WideModel model, Plan plan) {
        int passes = plan.quick() ? 40 : 150;
        double unused = model.millis(passes);
        return model.millis(passes);
    }

    private static Table driftAlone(Plan plan) {
        Table table = new Table("Judging a window of 100 features, drift alone", "rows", "ms of one core a window");
        Model model = model();
        Baseline baseline = Baseline.of("b1", rows(REFERENCE, 1), model, Baseline.Origin.UPLOADED);
        WindowComparison comparison = new WindowComparison(baseline.reference(WindowSize.DAY, ZoneOffset.UTC));
        for (int rows : new int[] {1_000, 10_000}) {
            Profile window = new Profile();
            Batch batch = rows(rows, 2);
            new Profiler(batch, model, List.of(baseline.layout()))
                    .add(window, IntStream.range(0, rows).toArray(), rows);
            int times = plan.quick() ? 200 : 1_000;
            double warm = millis(model, comparison, window, times);
            table.add((long) rows, Math.min(warm, millis(model, comparison, window, times)));
        }
        return table;
    }

    private static double millis(Model model, WindowComparison comparison, Profile window, int times) {
        long begin = WideModel.nanos();
        int told = 0;
        for (int time = 0; time < times; time++) {
            List<FeatureEvidence> evidence = new ArrayList<>();
            for (Map.Entry<String, FeatureKind> feature : model.kinds().entrySet()) {
                FeatureKey key = FeatureKey.feature(feature.getKey());
                told += comparison.figures(key, feature.getValue(), window).size();
                evidence.add(comparison.evidence(key, feature.getValue(), window));
            }
            told += new Judge(JudgeSettings.withDefaults())
                    .judge(evidence).stream()
                            .mapToInt(verdict -> verdict.reason().length()
                                    + verdict.figures().size())
                            .sum();
        }
        if (told == 0) {
            throw new IllegalStateException("nothing was judged");
        }
        return (WideModel.nanos() - begin) / 1e6 / times;
    }

    /** Three numbers to a category. */
    private static Model model() {
        Map<String, FeatureKind> kinds = new TreeMap<>();
        for (int feature = 0; feature < FEATURES; feature++) {
            kinds.put(
                    String.format("f%03d", feature), feature % 4 == 3 ? FeatureKind.CATEGORICAL : FeatureKind.NUMERIC);
        }
        return new Model("m", ModelSettings.withDefaults(), Optional.of(Task.BINARY), Optional.of("1"), kinds);
    }

    private static Batch rows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BatchBuilder rows = new BatchBuilder("m");
        int[] columns = IntStream.range(0, FEATURES)
                .map(feature -> rows.feature(String.format("f%03d", feature)))
                .toArray();
        long step = Duration.ofDays(28).toMillis() / count;
        for (int row = 0; row < count; row++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                if (feature % 4 == 3) {
                    rows.featureText(columns[feature], "c" + random.nextInt(20));
                } else {
                    rows.featureNumber(columns[feature], random.nextGaussian());
                }
            }
            rows.predictionNumber(row % 2);
            rows.timestamp(step * row);
            rows.keep();
        }
        return rows.build();
    }
}
