package io.leeway.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.bytes.MalformedBytesException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "1, 65535", "0.5, 32768", "0.9999999999, 65535", "1.5258e-5, 0", "1.5259e-5, 1"})
    void aScoreHasItsBin(double score, int bin) {
        assertThat(scores(score).bins()).containsExactly(bin);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoProbabilityIsRefused(double score) {
        assertThat(ScoreHistogram.holds(score)).isFalse();
        assertThatThrownBy(() -> new ScoreHistogram().add(score)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scoresMergeToTheWholeInAnyOrder() {
        double[] values = new Random(3).doubles(5_000).toArray();
        ScoreHistogram merged = scores(Arrays.copyOfRange(values, 3_000, 5_000));
        merged.merge(scores(Arrays.copyOfRange(values, 0, 3_000)));
        assertThat(merged).isEqualTo(scores(values));
        assertThat(merged.total()).isEqualTo(5_000);
        assertThat(Arrays.stream(merged.bins()).mapToLong(merged::count).sum()).isEqualTo(5_000);
    }

    @Test
    void aPartMayTakeBackWhatAnotherHolds() {
        ScoreHistogram correction = new ScoreHistogram();
        correction.remove(0.25);
        correction.add(0.75);
        ScoreHistogram merged = scores(0.25, 0.5);
        merged.merge(reread(correction));
        assertThat(merged).isEqualTo(scores(0.5, 0.75));
    }

    @Test
    void binsThatComeAndGoDoNotFillTheTable() {
        ScoreHistogram histogram = scores(0.5);
        for (int i = 0; i < 100_000; i++) {
            histogram.add(i / 100_000.0);
            histogram.remove(i / 100_000.0);
        }
        assertThat(histogram).isEqualTo(scores(0.5));
    }

    @Test
    void theMedianErrorIsWithinABin() {
        double[] values = new Random(4)
                .doubles(1_001)
                .map(share -> Math.exp(20 * share - 10))
                .toArray();
        double median = Arrays.stream(values).sorted().toArray()[500];
        assertThat(errors(values).median().orElseThrow()).isCloseTo(median, within(median / 128));
    }

    @Test
    void anEvenNumberOfErrorsHasTheMeanOfTheMiddleTwo() {
        assertThat(errors(1, 2, 4, 100).median().orElseThrow()).isCloseTo(3, within(3 / 128.0));
        assertThat(errors(0, 0, 0, 5).median()).hasValue(0);
        assertThat(errors(0, 8).median().orElseThrow()).isCloseTo(4, within(4 / 128.0));
        assertThat(errors().median()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 0.1, 1, 1.99, 12_345.678, 1e300})
    void theUpperBoundIsAtMostABinAbove(double error) {
        double bound = errors(0, error).upperBound().orElseThrow();
        assertThat(bound).isBetween(error, error * (1 + 1.0 / 128));
    }

    @Test
    void theLargestDoubleAndTheSmallestAreErrorsToo() {
        ErrorHistogram histogram = errors(Double.MAX_VALUE, Double.MIN_VALUE, 0);
        assertThat(histogram.upperBound()).hasValue(Double.MAX_VALUE);
        assertThat(reread(histogram)).isEqualTo(histogram);
        histogram.remove(Double.MAX_VALUE);
        assertThat(histogram).isEqualTo(errors(0, Double.MIN_VALUE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoErrorIsRefused(double error) {
        assertThatThrownBy(() -> new ErrorHistogram().add(error)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesBringThemBack() {
        double[] values = new Random(5).doubles(500).toArray();
        assertThat(reread(scores(values))).isEqualTo(scores(values));
        assertThat(reread(errors(values))).isEqualTo(errors(values));
        assertThat(reread(errors())).isEqualTo(errors());
    }

    @Test
    void binsBeyondTheLastAreRefused() {
        byte[] beyond =
                new ByteWriter().octet(1).count(1).count(65_537).whole(1).toByteArray();
        byte[] twice = new ByteWriter()
                .octet(1)
                .count(2)
                .count(5)
                .whole(1)
                .count(0)
                .whole(1)
                .toByteArray();
        byte[] short_ = new ByteWriter().octet(1).count(2).count(5).whole(1).toByteArray();
        byte[] negative = new ByteWriter()
                .octet(1)
                .count(1)
                .count(Long.MIN_VALUE)
                .whole(1)
                .toByteArray();
        for (byte[] bytes : new byte[][] {beyond, twice, short_, negative}) {
            assertThatThrownBy(() -> ScoreHistogram.read(new ByteReader(bytes)))
                    .isInstanceOf(MalformedBytesException.class);
        }
    }

    private static ScoreHistogram scores(double... scores) {
        ScoreHistogram histogram = new ScoreHistogram();
        DoubleStream.of(scores).forEach(histogram::add);
        return histogram;
    }

    private static ErrorHistogram errors(double... errors) {
        ErrorHistogram histogram = new ErrorHistogram();
        DoubleStream.of(errors).forEach(histogram::add);
        return histogram;
    }

    private static ScoreHistogram reread(ScoreHistogram histogram) {
        ByteWriter out = new ByteWriter();
        histogram.write(out);
        return ScoreHistogram.read(new ByteReader(out.toByteArray()));
    }

    private static ErrorHistogram reread(ErrorHistogram histogram) {
        ByteWriter out = new ByteWriter();
        histogram.write(out);
        return ErrorHistogram.read(new ByteReader(out.toByteArray()));
    }
}
