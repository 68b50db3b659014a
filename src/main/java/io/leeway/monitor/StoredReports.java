package io.leeway.monitor;

import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.FeatureHistogram;
import io.leeway.ingest.Entry;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.state.KeyParts;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Answers from what lanes and reporter have committed. Safe for several threads. */
public final class StoredReports implements Reports {
    private final Store store;
    private final int lanes;
    private final ReportStore reports;
    private final Progress progress;

    /**
     * Answers from a store.
     *
     * @param lanes how many lanes there are now
     */
    public StoredReports(Store store, int lanes, Progress progress) {
        this.store = store;
        this.lanes = lanes;
        this.reports = new ReportStore(store);
        this.progress = progress;
    }

    /** How far the running service has come. */
    public interface Progress {
        /** Completes when everything before a position has been counted, committed and reported. */
        CompletionStage<Void> reached(long position);

        /** How many rows of predictions and labels of a model have been accepted since ever. */
        long accepted(String model);
    }

    @Override
    public List<ModelStatus> models() {
        Set<String> names = new TreeSet<>();
        store.scan(Tables.LANE_MODELS, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
            names.add(new KeyParts(key).text());
            return true;
        });
        return names.stream().map(this::model).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<ModelStatus> model(String name) {
        return known(name).map(this::status);
    }

    @Override
    public List<WindowReport> windows(
            String model, WindowSize size, String version, String segment, Instant from, Instant to) {
        return reports.summaries(new WindowKey(model, version, segment, size, from), from, to);
    }

    @Override
    public Optional<WindowReport> window(WindowKey key) {
        return reports.get(key);
    }

    @Override
    public Optional<Histograms> histograms(WindowKey key, String feature) {
        return known(key.model())
                .flatMap(model ->
                        Columns.named(model.definition(), feature).flatMap(column -> histograms(key, model, column)));
    }

    @Override
    public Optional<BaselineSummary> baseline(String name, Optional<String> version) {
        return known(name)
                .flatMap(model -> new Baselines(store)
                        .of(model, version.orElse(""))
                        .map(baseline -> new WindowReporter(model.definition(), Optional.of(baseline)).summary()));
    }

    @Override
    public CompletionStage<Void> reached(long position) {
        return progress.reached(position);
    }

    private Optional<Histograms> histograms(WindowKey key, KnownModel model, FeatureKey column) {
        Instant end =
                key.size().endOf(key.start(), model.definition().settings().zone());
        Profile window = new WindowSums(store, model).sum(key, end).profile();
        FeatureKind kind = Columns.of(model.definition()).getOrDefault(column, FeatureKind.CATEGORICAL);
        return new Baselines(store)
                .of(model, key, window)
                .map(baseline -> FeatureHistogram.of(baseline.baseline(), window, column, kind))
                .map(it -> new Histograms(kind, it.bins(), boxed(it.baseline()), boxed(it.window())));
    }

    private static List<Long> boxed(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    private Optional<KnownModel> known(String name) {
        return KnownModel.of(LaneStore.lanesOf(store, name), lanes);
    }

    private ModelStatus status(KnownModel model) {
        Totals predictions = model.predictions().totals();
        Totals labels = model.labels().totals();
        long counted = predictions.accepted() + labels.accepted();
        return new ModelStatus(
                model.definition(),
                new ArrayList<>(model.versions().keySet()),
                instant(model.newest()),
                instant(model.watermark()),
                predictions,
                labels,
                Math.max(0, progress.accepted(model.definition().name()) - counted));
    }

    private static Optional<Instant> instant(long millis) {
        return millis == Entry.NO_WATERMARK ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
