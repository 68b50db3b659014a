package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.series.Point;
import io.leeway.series.SeriesReader;
import io.leeway.series.SeriesUnavailableException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a series store holds of the shop, held against what the service says. */
final class SeriesOfShop {
    /** Price, score and prediction. */
    private static final int COLUMNS = 3;

    private final SeriesReader series;

    SeriesOfShop(SeriesReader series) {
        this.series = series;
    }

    List<Point> read(String measurement, Map<String, String> tags) throws SeriesUnavailableException {
        return series.read(measurement, tags, Shop.start(-5), Shop.start(30));
    }

    /** Whether every window stands there as the service last reported it. */
    boolean isAsReportedBy(Caller caller) throws IOException, SeriesUnavailableException {
        for (String size : List.of("1h", "1d")) {
            for (String version : List.of("*", "1")) {
                if (!read("window", Map.of("window", size, "version", version)).stream()
                        .collect(Collectors.toMap(point -> point.time().toString(), SeriesOfShop::said))
                        .equals(reported(caller, size, version))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Every window has one row of its own and one of each column, and one of performance if it has labels. */
    void assertEveryRowStandsThereOnce() throws SeriesUnavailableException {
        List<Point> windows = read("window", Map.of());
        assertThat(windows).doesNotHaveDuplicates().isNotEmpty();
        assertThat(read("drift", Map.of())).hasSize(COLUMNS * windows.size());
        assertThat(read("quality", Map.of())).hasSize(COLUMNS * windows.size());
        assertThat(read("performance", Map.of())).hasSameSizeAs(withRows(windows));
        assertThat(read("ingest", Map.of())).hasSameSizeAs(read("window", Map.of("window", "1h")));
        assertThat(read("deployment", Map.of())).hasSize(1);
        assertThat(read("incident", Map.of())).isNotEmpty();
    }

    private static List<Point> withRows(List<Point> windows) {
        return windows.stream()
                .filter(point -> !Long.valueOf(0).equals(point.fields().get("n")))
                .toList();
    }

    private static Map<String, List<Long>> reported(Caller caller, String size, String version) throws IOException {
        return caller
                .getReported(Shop.PATH + "/windows?size=" + size + "&version=" + version)
                .json()
                .getJsonArray("windows")
                .stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(
                        window -> window.getJsonObject("window").getString("start"),
                        window -> List.of(window.getLong("n"), window.getLong("revision"))));
    }

    private static List<Long> said(Point window) {
        return List.of((Long) window.fields().get("n"), (Long) window.fields().get("revision"));
    }
}
