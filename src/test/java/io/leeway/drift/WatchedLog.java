package io.leeway.drift;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A log cut into windows and judged against its reference, column by column. */
final class WatchedLog {
    /** The start of the day a row belongs to. */
    static final UnaryOperator<LocalDate> DAILY = day -> day;

    /** The Monday of its week. */
    static final UnaryOperator<LocalDate> WEEKLY = day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    private final List<LogColumn> columns;
    private final Judge judge = new Judge(JudgeSettings.withDefaults());

    private WatchedLog(List<LogColumn> columns) {
        this.columns = columns;
    }

    /** The reference's own windows tell its noise; a reference without time stamps has none. */
    static WatchedLog against(
            List<Map<String, String>> reference,
            UnaryOperator<LocalDate> size,
            List<String> numeric,
            List<String> categorical) {
        boolean timed = reference.get(0).containsKey("timestamp");
        List<List<Map<String, String>>> windows =
                timed ? List.copyOf(cut(reference, size).values()) : List.of();
        return new WatchedLog(Stream.concat(
                        numeric.stream().map(name -> new LogColumn.Numeric(name, reference, windows)),
                        categorical.stream().map(name -> new LogColumn.Categorical(name, reference, windows)))
                .map(LogColumn.class::cast)
                .toList());
    }

    /** The rows of each window, by its start. */
    static SortedMap<LocalDate, List<Map<String, String>>> cut(
            Collection<Map<String, String>> rows, UnaryOperator<LocalDate> size) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> size.apply(day(row)), TreeMap::new, Collectors.toList()));
    }

    List<FeatureVerdict> judge(List<Map<String, String>> window) {
        return judge.judge(
                columns.stream().map(column -> column.evidence(window)).toList());
    }

    /** What has drifted, as "2001-05-21 distance VALUES". */
    Stream<String> drifted(LocalDate start, List<Map<String, String>> window) {
        return judge(window).stream()
                .flatMap(verdict -> verdict.findings().stream()
                        .filter(Finding::drifted)
                        .map(finding -> start + " " + verdict.name() + " " + finding.subject()));
    }

    private static LocalDate day(Map<String, String> row) {
        return LocalDate.parse(row.getOrDefault("timestamp", "").substring(0, 10));
    }
}
