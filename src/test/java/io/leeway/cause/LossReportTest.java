package io.leeway.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.leeway.Effort;
import io.leeway.cause.Part.Sides;
import io.leeway.sketch.ExactMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LossReportTest {
    private static final double ALPHA = 0.01;

    // scipy 1.17.1, t(x, n) = (x + .5) / (n + 1), e(x, n) = t (1 - t) / (n + 1):
    // norm.sf((t(60, 300) - t(110, 1100) - t(50, 1000) + t(500, 5000)) / sqrt(e(60, 300) + ... + e(500, 5000)));
    // 300 / 1400 * (.15 -+ norm.isf(.025) * sqrt(e(60, 300) + e(50, 1000)))
    @Test
    void aPartIsNamedWithWhatTheWholeLostByIt() {
        LostPart lost = LossReport.of(List.of(part("state=NY", 60, 300, 50, 1000)), ALPHA)
                .parts()
                .get(0);
        assertThat(lost.pValue()).isCloseTo(4.297511366656647e-9, withPercentage(1e-6));
        assertThat(lost.contribution().value()).isCloseTo(0.03214285714285715, withPercentage(1e-9));
        assertThat(lost.contribution().low()).isCloseTo(0.022015890991462818, withPercentage(1e-6));
        assertThat(lost.contribution().high()).isCloseTo(0.042269823294251475, withPercentage(1e-6));
        assertThat(lost.ofLoss()).isEqualTo(1);
        assertThat(lost.sentence())
                .isEqualTo(
                        "accuracy of state=NY is 80.0 %, 95.0 % on the baseline, in 21.4 % of the rows: 100.0 % of the"
                                + " loss");
    }

    @Test
    void aPartThatTheBaselineDoesNotHaveStandsBesideTheRest() {
        LostPart lost = LossReport.of(List.of(part("state=NY", 60, 300, 0, 0)), ALPHA)
                .parts()
                .get(0);
        assertThat(lost.onBaseline()).isFalse();
        assertThat(lost.usual()).isEqualTo(0.9);
        assertThat(lost.pValue()).isCloseTo(2.49486778823852e-5, withPercentage(1e-6));
    }

    @Test
    void aPartOfWhichTooLittleIsKnownIsNotLookedAt() {
        assertThat(LossReport.of(List.of(part("few", 29, 29, 50, 1000), part("before", 60, 300, 1, 29)), ALPHA))
                .isEqualTo(new LossReport(0, List.of()));
    }

    @Test
    void whereTheWholeLostNothingNoPartHasAShareOfIt() {
        Sides now = new Sides(LossSum.ofWrong(60, 300), LossSum.ofWrong(50, 1100));
        Sides before = new Sides(LossSum.ofWrong(50, 1000), LossSum.ofWrong(500, 5000));
        assertThat(LossReport.of(List.of(new Part("state=NY", Measure.ACCURACY, now, before)), ALPHA))
                .isEqualTo(new LossReport(0, List.of()));
    }

    @Test
    void theMorePartsThereAreTheSurerOneMustBe() {
        List<Part> parts = new ArrayList<>(List.of(part("state=NY", 42, 300, 70, 1000)));
        assertThat(LossReport.of(parts, ALPHA).parts()).hasSize(1);
        for (int i = 0; i < 60; i++) {
            parts.add(part("state=" + i, 33, 300, 100, 1000));
        }
        assertThat(LossReport.of(parts, ALPHA).parts()).isEmpty();
        assertThat(LossReport.of(parts, ALPHA).sentence())
                .isEqualTo("no segment and no range of scores surely lost more than the others (61 looked at)");
    }

    /** Twenty segments of their own accuracy, the largest a third of the rows, all of which lose the same eight points. */
    @Test
    void whatHitsAllPartsAlikeNamesNoneInAllButAlphaOfTheWindows() {
        int windows = Effort.times(400);
        long seed = 20_260_301;
        SplittableRandom random = new SplittableRandom(seed);
        int named = 0;
        for (int window = 0; window < windows; window++) {
            named += LossReport.of(alike(random), 0.05).parts().isEmpty() ? 0 : 1;
        }
        assertThat(named / (double) windows)
                .as("share of windows, seed %d", seed)
                .isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / windows));
    }

    @Test
    void ofNumbersTheMeanErrorIsWhatIsLost() {
        LossSum far = distances(400, 12, 3);
        LossSum near = distances(4000, 10, 3);
        Part part = new Part("hour=8", Measure.ERROR, new Sides(far, near), new Sides(near, near));
        LostPart lost = LossReport.of(List.of(part), ALPHA).parts().get(0);
        assertThat(lost.contribution().value()).isCloseTo(2.0 * 400 / 4400, withPercentage(1e-6));
        assertThat(lost.sentence()).startsWith("mae of hour=8 is 12.00, 10.00 on the baseline");
    }

    private static List<Part> alike(SplittableRandom random) {
        List<LossSum> now = new ArrayList<>();
        List<LossSum> before = new ArrayList<>();
        for (int segment = 1; segment <= 20; segment++) {
            double wrong = 0.02 + 0.015 * segment;
            now.add(drawn(random, 450 / segment, wrong + 0.08));
            before.add(drawn(random, 2000 / segment, wrong));
        }
        LossSum allNow = sum(now);
        LossSum allBefore = sum(before);
        List<Part> parts = new ArrayList<>();
        for (int segment = 0; segment < 20; segment++) {
            parts.add(new Part(
                    "s=" + segment,
                    Measure.ACCURACY,
                    Sides.of(now.get(segment), allNow),
                    Sides.of(before.get(segment), allBefore)));
        }
        return parts;
    }

    private static LossSum drawn(SplittableRandom random, int n, double wrong) {
        long count = random.doubles(n).filter(draw -> draw < wrong).count();
        return LossSum.ofWrong(count, n);
    }

    private static LossSum sum(List<LossSum> parts) {
        return LossSum.ofWrong(
                (long) parts.stream().mapToDouble(LossSum::sum).sum(),
                parts.stream().mapToLong(LossSum::n).sum());
    }

    private static LossSum distances(int n, double mean, double around) {
        ExactMoments moments = new ExactMoments();
        for (int i = 0; i < n; i++) {
            moments.add(mean + (i % 2 == 0 ? around : -around));
        }
        return LossSum.ofDistances(moments);
    }

    /** Beside 110 of 1100 wrong elsewhere now, and 500 of 5000 before. */
    private static Part part(String name, long wrong, long n, long wrongBefore, long before) {
        return new Part(
                name,
                Measure.ACCURACY,
                new Sides(LossSum.ofWrong(wrong, n), LossSum.ofWrong(110, 1100)),
                new Sides(LossSum.ofWrong(wrongBefore, before), LossSum.ofWrong(500, 5000)));
    }
}
