package io.leeway.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rows at which other implementations found a change in the same streams, counted from 0: MOA 2024.07 with its default
 * options, run as a black box, and the tests of River (commit 2a0fd1ce, BSD-3) and Frouros.
 */
class KnownStreamsTest {
    // CusumDM: 30 rows of warm-up, slack .005, threshold 50, a running mean. Frouros' CUSUM finds the same.
    @ParameterizedTest
    @CsvSource({
        "frouros_stream_drift, 113 226",
        "river_doc_adwin, 1006",
        "river_doc_binary, 1232",
        "river_doc_cusum, 215",
        "river_doc_ewma, 1016 1384",
        "river_doc_rddm, 1129",
        "river_multi_drift, 1007 1568 3014",
        "river_stream_1, 1020 1991",
        "river_stream_2, 1081",
        "river_stream_3, 588 1692"
    })
    void cusumFindsWhatMoaFinds(String stream, String rows) throws IOException {
        demand(stream, rows, () -> new Cusum(0.005, 50, 30, Centre.RUNNING));
    }

    // PageHinkleyDM: as CusumDM, with a fading of .9999.
    @ParameterizedTest
    @CsvSource({
        "frouros_stream_drift, 113 227",
        "river_doc_adwin, 1007",
        "river_doc_binary, 1277",
        "river_doc_cusum, 216",
        "river_doc_ewma, 1030",
        "river_doc_rddm, 1177",
        "river_multi_drift, 1008 1577 3860",
        "river_stream_1, 1025",
        "river_stream_2, 1107",
        "river_stream_3, 632"
    })
    void pageHinkleyFindsWhatMoaFinds(String stream, String rows) throws IOException {
        demand(stream, rows, () -> new PageHinkley(0.005, 50, 0.9999, 30, Centre.RUNNING));
    }

    // MOA's DDM with 30 rows of warm-up begins at the 29th; level 3. Streams of 0 and 1 alone: beyond, a share is none.
    @ParameterizedTest
    @CsvSource({"river_doc_binary, 1334", "river_doc_rddm, 1033", "river_stream_2, 1049", "river_stream_3, 542 1619"})
    void ddmFindsWhatMoaFinds(String stream, String rows) throws IOException {
        demand(stream, rows, () -> new Ddm(3, 29));
    }

    // ADWIN(delta=.002). MOA tells of rises alone and River of falls too, as here; so only what both say first is
    // compared.
    @ParameterizedTest
    @CsvSource({
        "frouros_stream_drift, 127",
        "river_doc_adwin, 1023",
        "river_doc_cusum, 223",
        "river_doc_ewma, 1023",
        "river_multi_drift, 1023",
        "river_stream_1, 1023",
    })
    void adwinFirstFindsWhatMoaAndRiverFind(String stream, int row) throws IOException {
        assertThat(Detector.changes(() -> new Adwin(0.002), steps(stream)))
                .first()
                .isEqualTo(row);
    }

    private static void demand(String stream, String rows, Supplier<Detector> detectors) throws IOException {
        List<Integer> expected =
                Arrays.stream(rows.split(" ")).map(Integer::valueOf).toList();
        assertThat(Detector.changes(detectors, steps(stream))).isEqualTo(expected);
    }

    private static List<Step> steps(String stream) throws IOException {
        Path file = Path.of("..", "shared", "data", "checks", "streams", stream + ".csv");
        Assumptions.assumeTrue(Files.exists(file), () -> "the stream " + stream + " is not at hand");
        return Files.readAllLines(file).stream()
                .map(line -> Step.of(Double.parseDouble(line)))
                .toList();
    }
}
