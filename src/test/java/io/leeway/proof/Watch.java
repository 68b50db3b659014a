package io.leeway.proof;

import io.leeway.catalog.Model;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.Baseline;
import io.leeway.drift.FeatureEvidence;
import io.leeway.drift.FeatureVerdict;
import io.leeway.drift.Judge;
import io.leeway.drift.JudgeSettings;
import io.leeway.drift.Reference;
import io.leeway.drift.WindowComparison;
import io.leeway.event.Batch;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.profile.Profiler;
import io.leeway.statistics.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A model with its reference rows: counts windows on the reference's bins and judges them, as the service does. */
final class Watch {
    private static final Judge JUDGE = new Judge(JudgeSettings.withDefaults());

    private final Model model;
    private final Baseline baseline;

    Watch(Model model, Batch reference, Baseline.Origin origin) {
        this.model = model;
        this.baseline = Baseline.of("reference", reference, model, origin);
    }

    /** What windows of a size are told by against the reference. */
    WindowComparison comparison(WindowSize size) {
        return new WindowComparison(baseline.reference(size, model.settings().zone()));
    }

    /** What windows are told by against other windows. */
    WindowComparison comparison(List<Profile> windows) {
        return new WindowComparison(Reference.ofWindows(baseline.layout(), windows));
    }

    /** Adds all rows of a batch. */
    void count(Batch rows, Profile profile) {
        count(rows, IntStream.range(0, rows.size()).toArray(), profile);
    }

    /** Adds some rows of a batch. */
    void count(Batch rows, int[] which, Profile profile) {
        new Profiler(rows, model, List.of(baseline.layout())).add(profile, which, which.length);
    }

    Judged judge(Profile window, WindowComparison comparison) {
        List<FeatureEvidence> evidence = new ArrayList<>();
        List<Supplier<Figures>> figures = new ArrayList<>();
        Columns.of(model).forEach((column, kind) -> {
            evidence.add(comparison.evidence(column, kind, window));
            figures.add(once(() -> comparison.figures(column, kind, window)));
        });
        if (comparison.tellsVolume()) {
            evidence.add(comparison.volume(window));
        }
        List<FeatureVerdict> verdicts = JUDGE.judge(evidence);
        List<Judged.Column> columns = new ArrayList<>();
        for (FeatureKey column : Columns.of(model).keySet()) {
            int at = columns.size();
            columns.add(new Judged.Column(column.name(), figures.get(at), verdicts.get(at)));
        }
        verdicts.stream()
                .skip(columns.size())
                .forEach(volume -> columns.add(new Judged.Column(volume.name(), Figures::new, volume)));
        return new Judged(columns);
    }

    private static Supplier<Figures> once(Supplier<Figures> figures) {
        List<Figures> known = new ArrayList<>(1);
        return () -> {
            if (known.isEmpty()) {
                known.add(figures.get());
            }
            return known.get(0);
        };
    }
}
