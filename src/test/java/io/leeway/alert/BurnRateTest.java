package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A burn rate over a day, of windows of a day. */
class BurnRateTest {
    private static final BurnRate RATE = new BurnRate(
            new Budget.Target(.9), new Trust(1, 0), new TreeMap<>(Map.of("burn", Duration.ofHours(24))), 1);

    @Test
    void theDayOnWhichAClockIsPutBackHasARateAndTheNextOneHasItsOwn() {
        Observation usual = day(Sample.START, Sample.end(0), .8);
        Observation longer = day(Sample.end(0), Sample.end(1).plus(Duration.ofHours(1)), .7);
        Observation next = day(longer.end(), longer.end().plus(Duration.ofHours(24)), .6);
        List<Observation> derived = RATE.of(List.of(usual, longer, next));
        assertThat(derived)
                .extracting(window -> Math.round(window.figure("burn").orElseThrow()))
                .containsExactly(2L, 3L, 4L);
    }

    @Test
    void aLossIsCountedFromTheBaselineHoweverManyClassesThereAre() {
        BurnRate loss = new BurnRate(new Budget.Loss(.1), RATE.trust(), RATE.spans(), 1);
        assertThat(burn(loss, .40, Map.of("baseline.accuracy", .50))).isEqualTo(1, within(1e-9));
        assertThat(burn(loss, .75, Map.of("baseline.accuracy", .95))).isEqualTo(2, within(1e-9));
        assertThat(burn(loss, .99, Map.of("baseline.accuracy", .95)))
                .as("no budget is won")
                .isZero();
        assertThat(loss.of(List.of(day(Sample.START, Sample.end(0), .1))).get(0).figure("burn"))
                .as("without a baseline")
                .isEmpty();
    }

    private static double burn(BurnRate rate, double accuracy, Map<String, Double> more) {
        Observation day = day(Sample.START, Sample.end(0), accuracy).with(more);
        return rate.of(List.of(day)).get(0).figure("burn").orElseThrow();
    }

    private static Observation day(Instant start, Instant end, double accuracy) {
        Observation usual = Sample.window("age", 0, 1, 100, Map.of("accuracy", accuracy, "n_labelled", 100.));
        return new Observation(
                usual.measurement(), usual.tags(), start, end, true, 1, usual.n(), usual.figures(), usual.reason());
    }
}
