package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.Verdict;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.event.Labels;
import io.leeway.event.LabelsBuilder;
import io.leeway.series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A model whose rows come from airports, each of which is watched apart. */
class SegmentsTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int REFERENCE_ROWS = 6_000;
    private static final int ROWS = 2_000;

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void aFaultInOneAirportShowsInItsSegmentAlone() {
        started(SettingsOf.segments("airport"));
        day(0, "ORD");
        close();
        assertThat(verdict("airport=ORD", "distance")).isEqualTo(Verdict.DRIFTED);
        assertThat(Stream.of("ATL", "JFK", "LAX").map(it -> verdict("airport=" + it, "distance")))
                .containsOnly(Verdict.STABLE);
    }

    @Test
    void theWholeSaysThatAllOfItsDriftIsOneSegment() {
        started(SettingsOf.segments("airport"));
        day(0, "ORD");
        close();
        assertThat(feature(day("all"), "distance").reason()).endsWith("; all of it is airport=ORD");
        assertThat(feature(day("airport=ORD"), "distance").reason()).doesNotContain("all of it");
    }

    @Test
    void aDriftOfTwoSegmentsIsNotAllOfOne() {
        started(SettingsOf.segments("airport"));
        clockwork.predictions(rows(faulty(0, "ORD").stream()
                .map(it -> it.airport().equals("JFK")
                        ? new Flight(it.id(), it.time(), it.airport(), it.distance() * 1.5)
                        : it)
                .toList()));
        close();
        assertThat(verdict("all", "distance")).isEqualTo(Verdict.DRIFTED);
        assertThat(feature(day("all"), "distance").reason()).doesNotContain("all of it");
    }

    /** That there are more flights from one airport is said by the drift of the airport itself. */
    @Test
    void theFeatureThatNamesSegmentsIsNotExplainedByOne() {
        started(SettingsOf.segments("airport"));
        clockwork.predictions(rows(flights("x", MONDAY, ROWS, List.of("ATL", "ATL", "ATL", "JFK", "LAX", "ORD"), 5)));
        close();
        assertThat(verdict("all", "airport")).isEqualTo(Verdict.DRIFTED);
        assertThat(feature(day("all"), "airport").reason()).doesNotContain("all of it");
    }

    @Test
    void theSegmentsOfAFeatureMakeUpTheWhole() {
        started(SettingsOf.segments("airport", "weekday"));
        day(0, "none");
        clockwork.predictions(rows(List.of(new Flight("late", MONDAY, "XYZ", 1), new Flight("no", MONDAY, "", 1))));
        close();
        assertThat(day("all").n()).isEqualTo(ROWS + 2);
        assertThat(day("airport=other").n()).isEqualTo(2);
        assertThat(Stream.of("ATL", "JFK", "LAX", "ORD", "other")
                        .mapToLong(it -> day("airport=" + it).n())
                        .sum())
                .isEqualTo(ROWS + 2);
        assertThat(day("weekday=other").n()).isEqualTo(ROWS + 2);
    }

    @Test
    void aValueTheReferenceDoesNotHaveIsPartOfTheOthersAndUndecided() {
        started(SettingsOf.segments("airport"));
        clockwork.predictions(rows(flights("x", MONDAY, 50, List.of("XYZ"), 3)));
        close();
        assertThat(reports("airport=XYZ")).isEmpty();
        FeatureReport distance = feature(day("airport=other"), "distance");
        assertThat(distance.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(distance.reason()).contains("in the baseline, at least 30 are needed");
    }

    @Test
    void anAirportWithFewRowsIsUndecided() {
        started(SettingsOf.segments("airport"));
        clockwork.predictions(rows(flights("x", MONDAY, 20, List.of("ORD"), 3)));
        close();
        FeatureReport distance = feature(day("airport=ORD"), "distance");
        assertThat(distance.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(distance.reason()).contains("20 values in the window, at least 30 are needed");
    }

    @Test
    void onlyTheMostFrequentValuesAreNamed() {
        clockwork.settings("flights", SettingsOf.segments("airport"));
        List<String> many = new ArrayList<>();
        for (int airport = 0; airport < 26; airport++) {
            many.add("A" + (char) ('A' + airport));
        }
        clockwork.baseline(rows(flights("ref", MONDAY.minus(Duration.ofDays(7)), 26 * 40, many, 1)));
        clockwork.predictions(rows(flights("x", MONDAY, 26 * 10, many, 2)));
        close();
        assertThat(many.stream().filter(it -> !reports("airport=" + it).isEmpty()))
                .hasSize(SegmentNames.MOST_VALUES);
        assertThat(day("airport=other").n()).isEqualTo(10 * (26 - SegmentNames.MOST_VALUES));
    }

    @Test
    void aLabelReachesTheSegmentOfItsPrediction() {
        started(SettingsOf.segments("airport"));
        clockwork.labels(labels(List.of("0-0", "0-1")));
        day(0, "none");
        clockwork.labels(labels(List.of("0-2", "0-5")));
        close();
        assertThat(day("all").labelled()).isEqualTo(4);
        assertThat(day("airport=ATL").labelled()).isEqualTo(1);
        assertThat(day("airport=JFK").labelled()).isEqualTo(2);
        assertThat(day("airport=LAX").labelled()).isEqualTo(1);
        assertThat(day("airport=ORD").labelled()).isZero();
    }

    @Test
    void segmentsDoNotChangeTheReportOfTheWhole() {
        started(SettingsOf.segments("airport"));
        day(0, "ORD");
        close();
        Clockwork without = new Clockwork(2);
        start(without, ModelSettings.withDefaults());
        without.predictions(rows(faulty(0, "ORD")));
        without.predictions(rows(List.of(new Flight("last", MONDAY.plus(Duration.ofDays(3)), "ATL", 1))));
        without.report();
        WindowReport alone = without.reports("flights", "*", WindowSize.DAY).get(0);
        assertThat(day("all").driftedFeatures()).isEqualTo(alone.driftedFeatures());
        for (FeatureReport feature : alone.features()) {
            FeatureReport same = feature(day("all"), feature.name());
            assertThat(same.verdict()).isEqualTo(feature.verdict());
            assertThat(same.figures().asMap()).isEqualTo(feature.figures().asMap());
        }
    }

    /** Features that no row has cut one segment each, of all rows: alone it is judged as the whole, with another more strictly. */
    @Test
    void theSegmentsOfAWindowShareTheRoomForFalseAlarms() {
        started(SettingsOf.segments("weekday"));
        day(0, "none");
        close();
        assertThat(limit(day("weekday=other"))).isEqualTo(limit(day("all")));
        Clockwork two = new Clockwork(2);
        start(two, SettingsOf.segments("weekday", "month"));
        two.predictions(rows(faulty(0, "none")));
        two.predictions(rows(List.of(new Flight("last", MONDAY.plus(Duration.ofDays(3)), "ATL", 1))));
        two.report();
        assertThat(limit(two.reports("flights", "*", "weekday=other", WindowSize.DAY)
                        .get(0)))
                .isGreaterThan(limit(day("all")));
    }

    @Test
    void segmentsAddedLaterCountFromThenOn() {
        started(ModelSettings.withDefaults());
        day(0, "none");
        clockwork.settings("flights", SettingsOf.segments("airport"));
        day(1, "none");
        close();
        assertThat(reports("airport=ORD"))
                .extracting(report -> report.key().start())
                .containsExactly(MONDAY.plus(Duration.ofDays(1)));
        assertThat(feature(reports("airport=ORD").get(0), "distance").verdict()).isEqualTo(Verdict.STABLE);
    }

    @Test
    void segmentsTakenAwayAreCountedNoMoreAndCloseWithWhatTheyHave() {
        started(SettingsOf.segments("airport"));
        day(0, "none");
        clockwork.settings("flights", ModelSettings.withDefaults());
        day(1, "none");
        close();
        assertThat(reports("airport=ORD")).hasSize(1).allMatch(WindowReport::closed);
    }

    @Test
    void everyPointNamesItsSegment() {
        started(SettingsOf.segments("airport"));
        day(0, "none");
        close();
        assertThat(ReportPoints.of(day("airport=ORD")).map(Point::tags))
                .isNotEmpty()
                .allMatch(tags -> "airport=ORD".equals(tags.get("segment")));
    }

    @Test
    void aSegmentsHistogramIsThatOfItsRowsAndOfTheSameRowsOfTheBaseline() {
        started(SettingsOf.segments("airport"));
        day(0, "none");
        close();
        Reports.Histograms histograms =
                clockwork.histograms(day("airport=ORD").key(), "distance").orElseThrow();
        assertThat(sum(histograms.window())).isEqualTo(ROWS / 4);
        assertThat(sum(histograms.baseline())).isEqualTo(REFERENCE_ROWS / 4);
    }

    @Test
    void whatIsKnownOfSegmentsGoesWithTheirWindows() {
        ModelSettings short30 =
                SettingsOf.kept(SettingsOf.segments("airport"), Duration.ofDays(30), Duration.ofDays(30));
        started(short30);
        day(0, "none");
        close();
        int before = clockwork.size(Tables.PARTIALS);
        clockwork.predictions(rows(List.of(new Flight("far", MONDAY.plus(Duration.ofDays(60)), "ATL", 1))));
        clockwork.report();
        clockwork.deliver();
        clockwork.predictions(rows(List.of(new Flight("farther", MONDAY.plus(Duration.ofDays(62)), "ATL", 1))));
        clockwork.report();
        assertThat(clockwork.size(Tables.PARTIALS)).isLessThan(before);
        assertThat(reports("airport=ORD")).isEmpty();
    }

    private record Flight(String id, Instant time, String airport, double distance) {}

    private void started(ModelSettings settings) {
        start(clockwork, settings);
    }

    private static void start(Clockwork clockwork, ModelSettings settings) {
        clockwork.settings("flights", settings);
        clockwork.baseline(rows(flights(
                "ref", MONDAY.minus(Duration.ofDays(7)), REFERENCE_ROWS, List.of("ATL", "JFK", "LAX", "ORD"), 99)));
    }

    /** A day of flights; those of one airport have their distances in another unit. */
    private void day(int number, String faulty) {
        clockwork.predictions(rows(faulty(number, faulty)));
        clockwork.report();
    }

    private static List<Flight> faulty(int number, String faulty) {
        return flights(
                        number + "",
                        MONDAY.plus(Duration.ofDays(number)),
                        ROWS,
                        List.of("ATL", "JFK", "LAX", "ORD"),
                        number)
                .stream()
                .map(it -> it.airport().equals(faulty)
                        ? new Flight(it.id(), it.time(), it.airport(), it.distance() * 1.6)
                        : it)
                .toList();
    }

    private void close() {
        clockwork.predictions(rows(List.of(new Flight("last", MONDAY.plus(Duration.ofDays(3)), "ATL", 1))));
        clockwork.report();
    }

    private static List<Flight> flights(String name, Instant day, int count, List<String> airports, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Flight> flights = new ArrayList<>();
        long step = Duration.ofDays(1).toMillis() / count;
        for (int i = 0; i < count; i++) {
            flights.add(new Flight(
                    name + "-" + i,
                    day.plusMillis(step * i),
                    airports.get(i % airports.size()),
                    500 + 100 * random.nextGaussian()));
        }
        return flights;
    }

    private static Batch rows(List<Flight> flights) {
        BatchBuilder rows = new BatchBuilder("flights");
        int airport = rows.feature("airport");
        int distance = rows.feature("distance");
        for (Flight flight : flights) {
            rows.id(flight.id());
            rows.timestamp(flight.time().toEpochMilli());
            if (!flight.airport().isEmpty()) {
                rows.featureText(airport, flight.airport());
            }
            rows.featureNumber(distance, flight.distance());
            rows.predictionNumber(flight.distance() > 500 ? 1 : 0);
            rows.keep();
        }
        return rows.build();
    }

    private static Labels labels(List<String> ids) {
        LabelsBuilder labels = new LabelsBuilder("flights");
        ids.forEach(id -> labels.add(id, 1, MONDAY.plusSeconds(1).toEpochMilli()));
        return labels.build();
    }

    private Verdict verdict(String segment, String feature) {
        return feature(day(segment), feature).verdict();
    }

    private static FeatureReport feature(WindowReport report, String name) {
        return report.features().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private WindowReport day(String segment) {
        Optional<WindowReport> first = reports(segment).stream().findFirst();
        return first.orElseThrow();
    }

    private List<WindowReport> reports(String segment) {
        return clockwork.reports("flights", "*", segment, WindowSize.DAY);
    }

    private static double limit(WindowReport report) {
        return feature(report, "distance").figures().get("threshold").orElseThrow();
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
