package io.leeway.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    /**
     * Analysis of variance from the moments of each treatment and of all merged, against the certified sums of squares of
     * NIST's reference data sets. Digits are the log relative error; a data set with 13 constant leading digits leaves a
     * double about three of its own.
     */
    @ParameterizedTest
    @CsvSource({
        "AtmWtAg, 8",
        "SiRstv, 12",
        "SmLs01, 13",
        "SmLs02, 13",
        "SmLs03, 13",
        "SmLs04, 8",
        "SmLs05, 8",
        "SmLs06, 8",
        "SmLs07, 2",
        "SmLs08, 2",
        "SmLs09, 2"
    })
    void sumsOfSquaresHaveTheCertifiedDigits(String name, double digits) throws IOException {
        List<String> lines = nist(name);
        Map<String, Moments> treatments = new TreeMap<>();
        for (String line : lines.subList(60, lines.size())) {
            String[] cells = line.trim().split("\\s+");
            if (cells.length == 2) {
                treatments.computeIfAbsent(cells[0], unused -> new Moments()).add(Double.parseDouble(cells[1]));
            }
        }
        Moments all = new Moments();
        treatments.values().forEach(all::merge);
        double within = treatments.values().stream().mapToDouble(Moments::m2).sum();

        assertThat(digits(within, certified(lines, "Within"))).isGreaterThanOrEqualTo(digits);
        assertThat(digits(all.m2(), certified(lines, "Within") + certified(lines, "Between")))
                .isGreaterThanOrEqualTo(digits);
    }

    @Test
    void nothingHasNoMoments() {
        Moments nothing = new Moments();
        assertThat(nothing.count()).isZero();
        assertThat(nothing.mean()).isEmpty();
        assertThat(nothing.std()).isEmpty();
        assertThat(nothing.min()).isEmpty();
        assertThat(nothing.max()).isEmpty();
    }

    @Test
    void oneValueHasNoSampleDeviation() {
        Moments one = Moments.of(7);
        assertThat(one.mean()).hasValue(7);
        assertThat(one.std()).isEmpty();
        assertThat(one.populationStd()).hasValue(0);
    }

    @Test
    void equalValuesHaveNoDeviation() {
        assertThat(Moments.of(0.1, 0.1, 0.1).std()).hasValue(0);
    }

    @Test
    void deviationsTooLargeForADoubleAreAbsent() {
        Moments huge = Moments.of(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(huge.std()).isEmpty();
        assertThat(huge.min()).hasValue(-Double.MAX_VALUE);
        assertThat(huge.max()).hasValue(Double.MAX_VALUE);
    }

    @Test
    void theMergeOfPartsIsTheWhole() {
        Moments merged = Moments.of(1, 2, 3.5);
        merged.merge(new Moments());
        merged.merge(Moments.of(-4, 1e3));
        Moments whole = Moments.of(1, 2, 3.5, -4, 1e3);
        assertThat(merged.count()).isEqualTo(5);
        assertThat(merged.mean().orElseThrow()).isCloseTo(whole.mean().orElseThrow(), within(1e-12));
        assertThat(merged.std().orElseThrow()).isCloseTo(whole.std().orElseThrow(), within(1e-10));
        assertThat(merged.min()).hasValue(-4);
        assertThat(merged.max()).hasValue(1e3);
    }

    @Test
    void bytesKeepEveryBit() {
        ByteWriter out = new ByteWriter();
        Moments.of(0.1, 0.2, 0.7).write(out);
        new Moments().write(out);
        ByteReader in = new ByteReader(out.toByteArray());
        Moments read = Moments.read(in);
        assertThat(read.mean()).isEqualTo(Moments.of(0.1, 0.2, 0.7).mean());
        assertThat(read.std()).isEqualTo(Moments.of(0.1, 0.2, 0.7).std());
        assertThat(Moments.read(in).count()).isZero();
        assertThat(in.left()).isZero();
    }

    private static List<String> nist(String name) throws IOException {
        Path path = Path.of("..", "shared", "data", "checks", "nist", name + ".dat");
        assumeTrue(Files.exists(path), "NIST's data set " + name + " is not at hand");
        return Files.readAllLines(path);
    }

    private static double certified(List<String> lines, String source) {
        return lines.stream()
                .filter(line -> line.startsWith(source))
                .mapToDouble(line -> Double.parseDouble(line.trim().split("\\s+")[3]))
                .findFirst()
                .orElseThrow();
    }

    private static double digits(double actual, double certified) {
        return actual == certified ? 15 : -Math.log10(Math.abs(actual - certified) / Math.abs(certified));
    }
}
