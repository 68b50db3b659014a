package io.leeway.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Incident;
import io.leeway.monitor.OwedPoints;
import io.leeway.monitor.ReportPoints;
import io.leeway.monitor.ReportStore;
import io.leeway.monitor.WindowKey;
import io.leeway.monitor.WindowPoints;
import io.leeway.monitor.WindowReport;
import io.leeway.notify.Archive;
import io.leeway.notify.Outbox;
import io.leeway.series.Point;
import io.leeway.state.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has come of everything, but for what a crash may change: how often a window was revised.
 *
 * @param reports every figure of every report, by window and name
 * @param series every figure that the series server holds, by its place and name
 * @param incidents with how each stands
 * @param mails those decided, by name, with their subjects
 * @param arrived the names of the mails that somebody has got
 * @param owed how much waits for somebody
 */
record Outcome(
        Map<String, Object> reports,
        Map<String, Object> series,
        List<String> incidents,
        Map<String, String> mails,
        Set<String> arrived,
        long owed) {
    /** What is no count may differ in the last digits, for sums are made in another order. */
    private static final double CLOSE = 1e-12;

    static Outcome of(Store store, Outside outside) {
        Archive archive = new Archive(store);
        Map<String, Object> series = new HashMap<>();
        outside.points().forEach((place, fields) -> figures(place(place), fields, series));
        return new Outcome(
                reports(store),
                series,
                archive.incidents().stream().map(Outcome::said).toList(),
                archive.mails().stream()
                        .map(Archive.Entry::mail)
                        .collect(Collectors.toMap(mail -> mail.key().toString(), mail -> mail.subject())),
                new TreeSet<>(outside.mails()),
                new WindowPoints(store).size() + new OwedPoints(store).size() + Outbox.queued(store));
    }

    /** Fails where another outcome differs, and says in what. */
    void assertSame(Outcome other, String how) {
        assertThat(differences(reports, other.reports)).as("reports, %s", how).isEmpty();
        assertThat(differences(series, other.series)).as("series, %s", how).isEmpty();
        assertThat(other.incidents).as("incidents, %s", how).isEqualTo(incidents);
        assertThat(other.mails).as("mails decided, %s", how).isEqualTo(mails);
        assertThat(other.arrived).as("mails arrived, %s", how).isEqualTo(arrived);
        assertThat(other.owed).as("owed, %s", how).isEqualTo(owed);
    }

    private static Map<String, Object> reports(Store store) {
        ReportStore reports = new ReportStore(store);
        Map<String, Object> figures = new HashMap<>();
        for (String version : List.of(WindowKey.ALL_VERSIONS, "1", "2")) {
            Story.SIZES.stream()
                    .map(size -> new WindowKey(Traffic.MODEL, version, WindowKey.WHOLE, size, Instant.EPOCH))
                    .flatMap(like -> summaries(reports, like))
                    .flatMap(summary -> reports.get(summary.key()).stream())
                    .forEach(report -> figures(report, figures));
        }
        return figures;
    }

    private static Stream<WindowReport> summaries(ReportStore reports, WindowKey like) {
        return reports.summaries(like, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).stream();
    }

    private static void figures(WindowReport report, Map<String, Object> figures) {
        figures.put(report.key() + " rows on another baseline", report.otherBaseline());
        ReportPoints.of(report).forEach(point -> figures(place(point), point.fields(), figures));
    }

    /** A version is told of when it is first reported, at the oldest row known by then. */
    private static String place(Outside.Place place) {
        return place.measurement()
                + place.tags()
                + (place.measurement().equals("deployment") ? "" : place.time().toString());
    }

    private static String place(Point point) {
        return point.measurement() + point.tags() + point.time();
    }

    private static void figures(String place, Map<String, Object> fields, Map<String, Object> figures) {
        figures.put(place, "is there");
        fields.forEach((name, value) -> figures.put(place + " " + name, value));
        figures.keySet().removeAll(Set.of(place + " revision", place + " first_seen"));
        if (place.startsWith("ingest")) {
            // what is usual is told by the weeks that are kept at that moment
            figures.keySet().removeAll(Set.of(place + " expected", place + " expected_since_last"));
        }
    }

    private static String said(Incident incident) {
        return incident.id() + " " + incident.state() + " " + incident.level() + " from "
                + incident.span().opened() + " to " + incident.span().cleared();
    }

    private static List<String> differences(Map<String, Object> expected, Map<String, Object> actual) {
        Map<String, Object> all = new TreeMap<>(expected);
        all.putAll(actual);
        return all.keySet().stream()
                .filter(name -> !isClose(value(expected, name), value(actual, name)))
                .limit(9)
                .map(name -> name + " is not " + value(expected, name) + " but " + value(actual, name))
                .toList();
    }

    private static Object value(Map<String, Object> figures, String name) {
        return figures.getOrDefault(name, "absent");
    }

    private static boolean isClose(Object expected, Object actual) {
        if (expected instanceof Double one && actual instanceof Double other) {
            return Math.abs(one - other) <= CLOSE * Math.max(1, Math.abs(one));
        }
        return expected.equals(actual);
    }
}
