package io.leeway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.FeatureKind;
import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.Task;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.sketch.BinnedDistribution;
import io.leeway.sketch.Bins;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A window is a sum: of whatever parts, in whatever order. */
class ProfileMergeTest {
    private static final FeatureKey SIZE = FeatureKey.feature("size");
    private static final FeatureKey NAME = FeatureKey.feature("name");
    private static final Model MODEL = new Model(
            "m",
            ModelSettings.withDefaults(),
            Optional.of(Task.BINARY),
            Optional.of("1"),
            Map.of("size", FeatureKind.NUMERIC, "name", FeatureKind.CATEGORICAL));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void shuffledAndDealtOutRowsGiveTheSameCounts(int seed) {
        Random random = new Random(seed);
        Batch batch = rows(3000, seed * 700, random);
        Layout layout = Layout.of("b1", batch, MODEL);
        int[] rows = IntStream.range(0, batch.size()).toArray();
        Profile whole = profile(batch, layout, rows);

        shuffle(rows, random);
        Profile merged = new Profile();
        for (int from = 0; from < rows.length; ) {
            int to = Math.min(rows.length, from + 1 + random.nextInt(900));
            merged.merge(throughBytes(profile(batch, layout, Arrays.copyOfRange(rows, from, to))));
            from = to;
        }
        assertSame(merged, whole, layout.bins(SIZE).orElseThrow());
    }

    @Test
    void mergingNothingChangesNothing() {
        Batch batch = rows(100, 10, new Random(1));
        Layout layout = Layout.of("b1", batch, MODEL);
        Profile whole = profile(batch, layout, IntStream.range(0, 100).toArray());
        Profile merged = new Profile();
        merged.merge(whole);
        merged.merge(new Profile());
        assertThat(bytes(merged)).isEqualTo(bytes(whole));
    }

    @Test
    void mergedPartsAreNotShared() {
        Batch batch = rows(100, 10, new Random(1));
        Layout layout = Layout.of("b1", batch, MODEL);
        Profile part = profile(batch, layout, IntStream.range(0, 50).toArray());
        byte[] before = bytes(part);
        Profile merged = new Profile();
        merged.merge(part);
        merged.merge(profile(batch, layout, IntStream.range(50, 100).toArray()));
        assertThat(bytes(part)).isEqualTo(before);
    }

    /** A distribution is remembered until another value comes. */
    @Test
    void aDistributionThatWasAskedForHoldsWhatIsAddedAndMergedAfterIt() {
        Batch batch = rows(100, 10, new Random(2));
        Layout layout = Layout.of("b1", batch, MODEL);
        Bins bins = layout.bins(SIZE).orElseThrow();
        Profile growing = profile(batch, layout, IntStream.range(0, 30).toArray());
        BinnedDistribution first = growing.numeric(SIZE).distribution("b1", bins);
        assertThat(growing.numeric(SIZE).distribution("b1", bins)).isSameAs(first);
        int[] more = IntStream.range(30, 60).toArray();
        new Profiler(batch, MODEL, List.of(layout)).add(growing, more, more.length);
        assertThat(growing.numeric(SIZE).distribution("b1", bins).total()).isGreaterThan(first.total());
        growing.merge(profile(batch, layout, IntStream.range(60, 100).toArray()));
        assertSame(growing, profile(batch, layout, IntStream.range(0, 100).toArray()), bins);
    }

    @Test
    void bytesKeepEverything() {
        Batch batch = rows(500, 2000, new Random(3));
        Layout layout = Layout.of("b1", batch, MODEL);
        Profile profile = profile(batch, layout, IntStream.range(0, 500).toArray());
        assertThat(bytes(throughBytes(profile))).isEqualTo(bytes(profile));
        assertThat(bytes(throughBytes(new Profile()))).isEqualTo(bytes(new Profile()));
    }

    private static void assertSame(Profile actual, Profile expected, Bins bins) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.rowsOn("b1")).isEqualTo(expected.rowsOn("b1"));
        assertThat(actual.numericKeys()).isEqualTo(expected.numericKeys());
        NumericProfile size = actual.numeric(SIZE);
        NumericProfile all = expected.numeric(SIZE);
        IntStream.range(0, bins.slots())
                .forEach(slot -> assertThat(size.distribution("b1", bins).upTo(slot))
                        .isEqualTo(all.distribution("b1", bins).upTo(slot)));
        assertThat(size.missing(actual.rows())).isEqualTo(all.missing(expected.rows()));
        assertThat(size.wrongType()).isEqualTo(all.wrongType());
        assertThat(size.moments().mean().orElseThrow())
                .isCloseTo(all.moments().mean().orElseThrow(), within(1e-12));
        assertThat(actual.categorical(NAME).categories().categories())
                .isEqualTo(expected.categorical(NAME).categories().categories());
        assertThat(actual.categorical(NAME).categories().other())
                .isEqualTo(expected.categorical(NAME).categories().other());
    }

    private static Batch rows(int count, int names, Random random) {
        BatchBuilder rows = new BatchBuilder("m");
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(10)) {
                case 0 -> rows.featureMissing(rows.feature("size"));
                case 1 -> rows.featureText(rows.feature("size"), "large");
                default -> rows.featureNumber(rows.feature("size"), random.nextGaussian());
            }
            rows.featureText(rows.feature("name"), "n" + random.nextInt(names));
            rows.score(random.nextDouble());
            rows.keep();
        }
        return rows.build();
    }

    private static Profile profile(Batch batch, Layout layout, int[] rows) {
        Profile profile = new Profile();
        new Profiler(batch, MODEL, List.of(layout)).add(profile, rows, rows.length);
        return profile;
    }

    private static void shuffle(int[] rows, Random random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
    }

    private static Profile throughBytes(Profile profile) {
        return Profile.read(new ByteReader(bytes(profile)));
    }

    private static byte[] bytes(Profile profile) {
        ByteWriter out = new ByteWriter();
        profile.write(out);
        return out.toByteArray();
    }
}
