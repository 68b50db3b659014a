package io.leeway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.catalog.FalseAlarms;
import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.ReferenceRule;
import io.leeway.catalog.ReferenceTexts;
import io.leeway.catalog.SettingsOf;
import io.leeway.catalog.Watching;
import io.leeway.catalog.WindowSize;
import io.leeway.drift.Verdict;
import io.leeway.event.Batch;
import io.leeway.event.BatchBuilder;
import io.leeway.profile.FeatureKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Days of a model, one feature of which is larger at weekends: what each reference makes of them. */
class ReferencesTest {
    private static final Instant MONDAY = Instant.parse("2024-03-04T00:00:00Z");
    private static final int ROWS = 300;
    private static final int DAYS = 35;
    private static final String LAST_SATURDAY = "2024-04-06T00:00:00Z";

    private final Clockwork clockwork = new Clockwork(2);

    @Test
    void aSeasonHasDriftedFromTheBaselineAndFromTheDayBeforeButNotFromTheSameWeekday() {
        watch("baseline", "previous", "seasonal 4", "trailing 2 offset 6");
        days();
        WindowReport saturday = day(LAST_SATURDAY);
        assertThat(saturday.reference()).isEqualTo("baseline");
        assertThat(verdict(saturday.features())).isEqualTo(Verdict.DRIFTED);
        assertThat(verdict(saturday, "previous")).isEqualTo(Verdict.DRIFTED);
        assertThat(verdict(saturday, "seasonal 4")).isEqualTo(Verdict.STABLE);
        assertThat(verdict(saturday, "trailing 2 offset 6")).isNotEqualTo(Verdict.UNDECIDED);
        assertThat(other(saturday, "seasonal 4").n()).isEqualTo(4 * ROWS);
        assertThat(other(saturday, "previous").n()).isEqualTo(ROWS);
    }

    @Test
    void theFirstReferenceGivesTheWindowItsVerdict() {
        watch("seasonal 4", "baseline");
        days();
        WindowReport saturday = day(LAST_SATURDAY);
        assertThat(saturday.reference()).isEqualTo("seasonal 4");
        assertThat(saturday.driftedFeatures()).isZero();
        assertThat(other(saturday, "baseline").driftedFeatures()).isEqualTo(1);
    }

    @Test
    void aReferenceSetWithTimesTellsWhatIsUsualOnADayOfTheWeek() {
        watch("baseline", "seasonal baseline");
        season(clockwork);
        days(clockwork);
        assertThat(verdict(day(LAST_SATURDAY).features())).isEqualTo(Verdict.STABLE);
        assertThat(verdict(day(LAST_SATURDAY), "seasonal baseline")).isEqualTo(Verdict.STABLE);
        assertThat(other(day(LAST_SATURDAY), "seasonal baseline").n()).isEqualTo(4 * ROWS);
        clockwork.predictions(rows("2024-04-08T00:00:00Z", ROWS, 5));
        clockwork.predictions(rows("2024-04-10T00:00:00Z", ROWS, 2));
        clockwork.report();
        WindowReport mondayLikeASaturday = day("2024-04-08T00:00:00Z");
        assertThat(verdict(mondayLikeASaturday, "seasonal baseline")).isEqualTo(Verdict.DRIFTED);
        assertThat(verdict(mondayLikeASaturday.features())).isEqualTo(Verdict.STABLE);
    }

    @Test
    void whatASeasonOfTheBaselineSaysIsWorkedOutOnceForEachTimeOfTheWeek() {
        watch("seasonal baseline");
        season(clockwork);
        Baselines baselines = new Baselines(clockwork.store());
        clockwork.predictions(rows(LAST_SATURDAY, 1, 5));
        clockwork.report();
        ModelBaseline baseline = baselines.of(clockwork.known("m"), "").orElseThrow();
        WindowKey saturday = new WindowKey("m", "*", WindowKey.WHOLE, WindowSize.DAY, Instant.parse(LAST_SATURDAY));
        WindowKey week = saturday.at(saturday.start().minus(Duration.ofDays(7)));
        WindowKey sunday = saturday.at(saturday.start().plus(Duration.ofDays(1)));
        assertThat(baselines.season(baseline, saturday, ZoneOffset.UTC))
                .isSameAs(baselines.season(baseline, week, ZoneOffset.UTC))
                .isNotSameAs(baselines.season(baseline, sunday, ZoneOffset.UTC));
    }

    @Test
    void aSeasonOfRowsWithoutTimesIsUndecided() {
        watch("seasonal baseline");
        var rows = rows(MONDAY.minus(Duration.ofDays(30)).toString(), 2_000, 99);
        clockwork.baselineWithoutTimes(rows);
        days(clockwork);
        assertThat(verdict(day(LAST_SATURDAY).features())).isEqualTo(Verdict.UNDECIDED);
    }

    /** No row comes in between: what is stored is enough. */
    @Test
    void otherReferencesCompareAllWindowsAnew() {
        watch("baseline");
        days();
        assertThat(day(LAST_SATURDAY).others()).isEmpty();
        watch("seasonal 4", "baseline", "previous");
        clockwork.report();
        Clockwork always = new Clockwork(2);
        always.settings("m", settings(Optional.empty(), "seasonal 4", "baseline", "previous"));
        feed(always);
        assertThat(day(LAST_SATURDAY).others()).hasSize(2);
        assertThat(reasons(clockwork.reports("m", "*", WindowSize.DAY)))
                .isEqualTo(reasons(always.reports("m", "*", WindowSize.DAY)));
        assertThat(reasons(clockwork.reports("m", "default", WindowSize.DAY)))
                .isEqualTo(reasons(always.reports("m", "default", WindowSize.DAY)));
    }

    private static void season(Clockwork clockwork) {
        BatchBuilder rows = new BatchBuilder("m");
        for (int day = 0; day < 28; day++) {
            Batch more = rows(MONDAY.minus(Duration.ofDays(28 - day)).toString(), ROWS, day);
            for (int row = 0; row < more.size(); row++) {
                rows.featureNumber(rows.feature("x"), more.features().get(0).number(row));
                rows.predictionNumber(row % 2);
                rows.timestamp(more.timestamps()[row]);
                rows.keep();
            }
        }
        clockwork.baseline(rows.build());
    }

    @Test
    void withoutWindowsBehindItAWindowIsUndecided() {
        watch("seasonal 4");
        days();
        assertThat(verdict(day("2024-03-09T00:00:00Z").features())).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void anOpenWindowIsNotComparedWithThePast() {
        watch("baseline", "previous");
        days();
        WindowReport open = day("2024-04-07T00:00:00Z");
        assertThat(open.closed()).isFalse();
        assertThat(open.others()).isEmpty();
    }

    @Test
    void lateRowsOfAWindowReviseThoseThatAreComparedWithIt() {
        watch("baseline", "previous");
        days();
        WindowReport before = day("2024-03-13T00:00:00Z");
        WindowReport next = day("2024-03-14T00:00:00Z");
        clockwork.predictions(rows("2024-03-12T00:00:00Z", 50, 5));
        clockwork.report();
        WindowReport after = day("2024-03-13T00:00:00Z");
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(other(after, "previous").n()).isEqualTo(ROWS + 50);
        assertThat(day("2024-03-14T00:00:00Z")).isEqualTo(next);
    }

    /** From then on the model was there, and the days without rows between are part of what is usual. */
    @Test
    void aLateRowFromBeforeAllOthersRevisesWhoeverIsComparedWithTheEmptyDaysBehindIt() {
        watch("trailing 5");
        days();
        WindowReport before = day("2024-03-07T00:00:00Z");
        clockwork.predictions(rows("2024-02-28T00:00:00Z", 50, 5));
        clockwork.report();
        Clockwork ordered = new Clockwork(2);
        ordered.settings("m", settings(Optional.empty(), "trailing 5"));
        baseline(ordered);
        ordered.predictions(rows("2024-02-28T00:00:00Z", 50, 5));
        ordered.report();
        days(ordered);
        assertThat(reasons(List.of(day("2024-03-07T00:00:00Z")))).isNotEqualTo(reasons(List.of(before)));
        assertThat(reasons(clockwork.reports("m", "*", WindowSize.DAY)))
                .isEqualTo(reasons(ordered.reports("m", "*", WindowSize.DAY)));
    }

    private static Map<Instant, List<String>> reasons(List<WindowReport> reports) {
        Map<Instant, List<String>> reasons = new TreeMap<>();
        reports.forEach(report -> reasons.put(
                report.key().start(),
                report.features().stream().map(FeatureReport::reason).toList()));
        return reasons;
    }

    /** A version comes and goes, and so do the rows of a part of the whole: that says nothing of the traffic. */
    @Test
    void onlyTheRowsOfTheWholeAreCountedAgainstWhatIsUsual() {
        clockwork.settings(
                "m",
                SettingsOf.watching(
                        new Watching(
                                List.of(ReferenceTexts.parse("trailing 5").orElseThrow()),
                                Optional.empty(),
                                List.of("x"),
                                false),
                        WindowSize.DAY));
        days();
        assertThat(roles("*", WindowKey.WHOLE)).contains(FeatureKey.Role.VOLUME);
        assertThat(roles("default", WindowKey.WHOLE)).isNotEmpty().doesNotContain(FeatureKey.Role.VOLUME);
        assertThat(roles("*", "x=other")).isNotEmpty().doesNotContain(FeatureKey.Role.VOLUME);
    }

    private List<FeatureKey.Role> roles(String version, String segment) {
        return clockwork.reports("m", version, segment, WindowSize.DAY).get(20).features().stream()
                .map(FeatureReport::role)
                .toList();
    }

    @Test
    void everyReferenceHasItsOwnTagInTheSeries() {
        watch("baseline", "seasonal 4");
        days();
        assertThat(ReportPoints.of(day(LAST_SATURDAY))
                        .filter(point -> point.measurement().equals("drift"))
                        .map(point -> point.tags().get("reference"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("baseline", "seasonal 4");
    }

    @Test
    void aReportComesBackFromTheStoreWithAllItsReferences() {
        watch("baseline", "seasonal 4");
        days();
        WindowReport report = day(LAST_SATURDAY);
        assertThat(ReportForm.read(report.key(), ReportForm.bytes(report))).isEqualTo(report);
        assertThat(report.others()).hasSize(1);
    }

    /** A budget of one alarm in a thousand years leaves next to nothing to a single window. */
    @Test
    void aBudgetOfFalseAlarmsSetsTheLimit() {
        watch("baseline");
        days();
        double usual = limit(day("2024-03-11T00:00:00Z"));
        Clockwork strict = new Clockwork(2);
        strict.settings("m", settings(FalseAlarms.parse("1 per 365000d"), "baseline"));
        feed(strict);
        WindowReport report =
                strict.report("m", "*", WindowSize.DAY, "2024-03-11T00:00:00Z").orElseThrow();
        assertThat(limit(report)).isGreaterThan(1.4 * usual);
    }

    private static double limit(WindowReport report) {
        return report.features().get(0).figures().get("threshold").orElseThrow();
    }

    private void watch(String... references) {
        clockwork.settings("m", settings(Optional.empty(), references));
    }

    private static ModelSettings settings(Optional<FalseAlarms> budget, String... references) {
        List<ReferenceRule> rules = Stream.of(references)
                .map(text -> ReferenceTexts.parse(text).orElseThrow())
                .toList();
        return SettingsOf.watching(new Watching(rules, budget, List.of(), false), WindowSize.DAY);
    }

    private void days() {
        feed(clockwork);
    }

    private static void feed(Clockwork clockwork) {
        baseline(clockwork);
        days(clockwork);
    }

    private static void baseline(Clockwork clockwork) {
        clockwork.baseline(rows(MONDAY.minus(Duration.ofDays(30)).toString(), 2_000, 99));
    }

    private static void days(Clockwork clockwork) {
        for (int day = 0; day < DAYS; day++) {
            clockwork.predictions(rows(MONDAY.plus(Duration.ofDays(day)).toString(), ROWS, day));
            clockwork.report();
        }
    }

    /** A day's rows; on the sixth and seventh of a week the feature is two deviations larger. */
    private static Batch rows(String day, int count, int number) {
        SplittableRandom random = new SplittableRandom(number);
        BatchBuilder rows = new BatchBuilder("m");
        double mean = number % 7 >= 5 && number < DAYS ? 2 : 0;
        for (int row = 0; row < count; row++) {
            rows.featureNumber(rows.feature("x"), mean + random.nextGaussian());
            rows.predictionNumber(row % 2);
            rows.timestamp(Instant.parse(day).plusSeconds(60L * row).toEpochMilli());
            rows.keep();
        }
        return rows.build();
    }

    private WindowReport day(String start) {
        return clockwork.report("m", "*", WindowSize.DAY, start).orElseThrow();
    }

    private static ReferenceReport other(WindowReport report, String name) {
        return report.others().stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(WindowReport report, String name) {
        return verdict(other(report, name).features());
    }

    private static Verdict verdict(List<FeatureReport> features) {
        return features.get(0).verdict();
    }
}
