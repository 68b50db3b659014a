package io.leeway.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.statistics.OwnNoise;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which bins values moved to, in words a person can repeat. */
class BinNamesTest {
    private static final Intervals MILES = new Intervals(new double[] {100, 300, 900, 2_000});

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-.10 -.20 -.10  .20  .20 | every bin above 900 gained",
                "-.10 -.20 -.10 -.05  .45 | the bin above 2000 gained",
                " .20  .30 -.20 -.20 -.10 | every bin up to 300 gained",
                " .50 -.30 -.20  .00  .00 | the bin up to 100 gained",
                " .20 -.20 -.20 -.10  .30 | every bin up to 100 and above 2000 gained",
                "-.20 -.20  .30  .20 -.10 | every bin from 300 to 2000 gained",
                "-.20 -.20  .50 -.05 -.05 | the bin from 300 to 900 gained",
                "-.30  .20 -.30  .10  .30 | above 900 gained most",
                " .30 -.30  .20 -.30  .10 | up to 100 gained most",
                " .02 -.22 -.20  .20  .20 | every bin above 900 gained",
            })
    void ofANumberTheRangeThatGainedIsNamed(String gains, String words) {
        assertThat(MILES.moved(numbers(gains))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-.20  .20  .00  .00  .00 | ORD gained, ATL lost",
                " .15  .15 -.30  .00  .00 | ATL and ORD gained, JFK lost",
                "-.10  .40 -.10 -.10 -.10 | ORD gained, ATL and JFK lost",
                "-.02 -.10  .12  .00  .00 | JFK gained, ORD lost",
            })
    void ofACategoryThoseThatGainedAndLostAreNamed(String gains, String words) {
        assertThat(new CategoryNames(List.of("ATL", "ORD", "JFK", "LAX", "(other)")).moved(numbers(gains)))
                .isEqualTo(words);
    }

    @Test
    void whereNothingMovedNothingIsSaid() {
        assertThat(MILES.moved(new double[5])).isEmpty();
        assertThat(new CategoryNames(List.of("ATL", "ORD")).moved(new double[2]))
                .isEmpty();
    }

    @Test
    void whereManyLostALittleNoneIsNamed() {
        double[] gains = new double[11];
        Arrays.fill(gains, -0.03);
        gains[4] = 0.3;
        List<String> names = IntStream.range(0, 11).mapToObj(i -> "c" + i).toList();
        assertThat(new CategoryNames(names).moved(gains)).isEqualTo("c4 gained, many lost");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String name = "x".repeat(39) + "\uD83D\uDE00" + "tail";
        assertThat(new CategoryNames(List.of(name, "b")).moved(new double[] {0.1, -0.1}))
                .isEqualTo("x".repeat(39) + "… gained, b lost");
    }

    @Test
    void whatMovedStandsInTheReasonOfADriftAlone() {
        long[] reference = {1_000, 1_000, 1_000, 1_000, 1_000};
        assertThat(reason(reference, new long[] {50, 50, 50, 150, 200}))
                .startsWith("distance: psi ")
                .endsWith(" at n = 500; every bin above 900 gained; own noise unknown");
        assertThat(reason(reference, new long[] {100, 98, 101, 102, 99})).endsWith(" at n = 500; own noise unknown");
    }

    private static String reason(long[] reference, long[] window) {
        ValueEvidence evidence = new ValueEvidence(BinOrder.ORDERED, reference, window, OwnNoise.unknown(), MILES);
        return new Judge(JudgeSettings.withDefaults())
                .judge(List.of(new FeatureEvidence("distance", List.of(evidence))))
                .get(0)
                .reason();
    }

    private static double[] numbers(String text) {
        return DoubleStream.of(Arrays.stream(text.trim().split(" +"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray();
    }
}
