package io.leeway.drift;

import io.leeway.catalog.FeatureKind;
import io.leeway.profile.CategoricalProfile;
import io.leeway.profile.FeatureKey;
import io.leeway.profile.Profile;
import io.leeway.sketch.BinnedDistribution;
import io.leeway.statistics.DesignEffect;
import io.leeway.statistics.Figures;
import io.leeway.statistics.OwnNoise;
import io.leeway.statistics.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What windows of one size can be told by against a reference: the evidence of each column. What depends on the reference
 * alone, the noise of each column between the reference's own windows, is worked out once. One thread.
 */
public final class WindowComparison {
    private final ReferenceColumns columns;
    private final List<Profile> referenceWindows;
    private final List<Long> volumes;
    private final Map<FeatureKey, NumericCounts> references = new HashMap<>();
    private final Map<FeatureKey, ReferenceNoise> noise = new HashMap<>();

    /** Compares windows of the size that those of the reference have. */
    public WindowComparison(Reference reference) {
        this.columns = reference.columns();
        this.referenceWindows = reference.windows();
        this.volumes = reference.volumes();
    }

    /** How many rows the reference has. */
    public long n() {
        return columns.whole().rows();
    }

    /** The figures of a column of a window, by the names of the interface. */
    public Figures figures(FeatureKey key, FeatureKind kind, Profile window) {
        return FeatureFigures.against(columns, window, key, kind);
    }

    /** Whether the reference tells how many rows are usual. */
    public boolean tellsVolume() {
        return !volumes.isEmpty();
    }

    /** How many rows are usual; absent where the reference does not tell. */
    public OptionalDouble usualVolume() {
        return volumes.stream().mapToLong(Long::longValue).average();
    }

    /** What can be tested of the number of rows. */
    public FeatureEvidence volume(Profile window) {
        return new FeatureEvidence(FeatureKey.VOLUME.name(), List.of(new VolumeEvidence(window.rows(), volumes)));
    }

    /** All that can be tested of a column of a window. */
    public FeatureEvidence evidence(FeatureKey key, FeatureKind kind, Profile window) {
        return new FeatureEvidence(
                key.name(), kind == FeatureKind.NUMERIC ? numeric(key, window) : categorical(key, window));
    }

    private List<Evidence> numeric(FeatureKey key, Profile window) {
        NumericCounts reference = references.computeIfAbsent(key, this::reference);
        NumericCounts counts = NumericCounts.of(columns, window, key);
        ReferenceNoise own = noise.computeIfAbsent(key, this::numericNoise);
        List<Evidence> evidence = new ArrayList<>();
        BinNames names = columns.numeric(key)
                .<BinNames>map(it -> new Intervals(it.bins().display()))
                .orElseGet(BinNames.None::new);
        evidence.add(new ValueEvidence(BinOrder.ORDERED, reference.display(), counts.display(), own.values(), names));
        evidence.add(RateEvidence.missing(missing(counts), missing(reference), own.missing()));
        evidence.add(RateEvidence.wrongType(wrongType(counts), wrongType(reference), own.wrongType()));
        evidence.add(RateEvidence.belowRange(below(counts), below(reference), own.lowTail()));
        evidence.add(RateEvidence.aboveRange(above(counts), above(reference), own.highTail()));
        columns.numeric(key).ifPresent(it -> evidence.add(stuck(key, it, window)));
        return evidence;
    }

    private StuckEvidence stuck(FeatureKey key, NumericReference reference, Profile window) {
        BinnedDistribution before = reference.distribution();
        BinnedDistribution now = window.numeric(key).distribution(columns.baseline(), reference.bins());
        Optional<RepeatedValue> value = RepeatedValue.of(before, now);
        DesignEffect effect = value.map(it -> effect(
                        referenceWindows, profile -> it.in(profile.numeric(key).bins(columns.baseline()))))
                .orElseGet(DesignEffect::none);
        return new StuckEvidence(
                value,
                new StuckEvidence.Valid(now.total(), before.total()),
                RepeatedValue.candidates(reference.bins()),
                effect);
    }

    private List<Evidence> categorical(FeatureKey key, Profile window) {
        CategoricalProfile reference = columns.whole().categorical(key);
        CategoricalProfile column = window.categorical(key);
        PairedCategories paired = PairedCategories.of(reference.categories(), column.categories());
        ReferenceNoise own = noise.computeIfAbsent(key, this::categoricalNoise);
        List<Evidence> evidence = new ArrayList<>();
        BinNames names = new CategoryNames(paired.names());
        evidence.add(new ValueEvidence(BinOrder.UNORDERED, paired.reference(), paired.window(), own.values(), names));
        evidence.add(RateEvidence.missing(missing(window, key), missing(columns.whole(), key), own.missing()));
        evidence.add(RateEvidence.wrongType(wrongType(window, key), wrongType(columns.whole(), key), own.wrongType()));
        if (paired.fresh().isPresent()) {
            evidence.add(RateEvidence.newCategories(paired.reference(), paired.window()));
        }
        return evidence;
    }

    private NumericCounts reference(FeatureKey key) {
        return NumericCounts.of(columns, columns.whole(), key);
    }

    private ReferenceNoise numericNoise(FeatureKey key) {
        NumericCounts whole = references.computeIfAbsent(key, this::reference);
        List<NumericCounts> windows = referenceWindows.stream()
                .map(window -> NumericCounts.of(columns, window, key))
                .toList();
        return new ReferenceNoise(
                BinOrder.ORDERED.noise(
                        whole.display(),
                        windows.stream().map(NumericCounts::display).toList()),
                effect(windows, WindowComparison::missing),
                effect(windows, WindowComparison::wrongType),
                effect(windows, counts -> new Share(counts.lowTail(), counts.valid())),
                effect(windows, counts -> new Share(counts.highTail(), counts.valid())));
    }

    private ReferenceNoise categoricalNoise(FeatureKey key) {
        CategoricalProfile whole = columns.whole().categorical(key);
        List<long[]> windows = referenceWindows.stream()
                .map(window -> PairedCategories.of(
                                whole.categories(), window.categorical(key).categories())
                        .window())
                .toList();
        long[] reference =
                PairedCategories.of(whole.categories(), whole.categories()).reference();
        return new ReferenceNoise(
                BinOrder.UNORDERED.noise(reference, windows),
                effect(referenceWindows, window -> missing(window, key)),
                effect(referenceWindows, window -> wrongType(window, key)),
                DesignEffect.none(),
                DesignEffect.none());
    }

    private static <T> DesignEffect effect(List<T> windows, Function<T, Share> share) {
        return RateEvidence.effectOver(windows.stream().map(share).toList());
    }

    private static Share missing(NumericCounts counts) {
        return new Share(counts.missing(), counts.rows());
    }

    private static Share wrongType(NumericCounts counts) {
        return new Share(counts.wrongType(), counts.rows());
    }

    private static Share below(NumericCounts counts) {
        return new Share(counts.below(), counts.valid());
    }

    private static Share above(NumericCounts counts) {
        return new Share(counts.above(), counts.valid());
    }

    private static Share missing(Profile profile, FeatureKey key) {
        long rows = profile.rowsOfCategorical(key);
        return new Share(profile.categorical(key).missing(rows), rows);
    }

    private static Share wrongType(Profile profile, FeatureKey key) {
        return new Share(profile.categorical(key).wrongType(), profile.rowsOfCategorical(key));
    }

    /**
     * How a column differs between the reference's own windows.
     *
     * @param lowTail of the share of values in the reference's lowest 1 %
     * @param highTail of the share of values in the reference's highest 1 %
     */
    private record ReferenceNoise(
            OwnNoise values,
            DesignEffect missing,
            DesignEffect wrongType,
            DesignEffect lowTail,
            DesignEffect highTail) {}
}
