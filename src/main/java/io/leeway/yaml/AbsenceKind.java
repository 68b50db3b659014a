package io.leeway.yaml;

import io.leeway.alert.Amount;
import io.leeway.alert.Condition;
import io.leeway.alert.Count;
import io.leeway.alert.FigureNames;
import io.leeway.alert.Level;
import io.leeway.alert.Relation;
import io.leeway.alert.Trigger;
import io.leeway.alert.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows that do not come: {@code warning: {after: 20 rows}}, {@code critical: {after: [100 rows, 6h]}}. Rows are those that
 * should have come since the last one, by what the same hours of the week brought in the four weeks before; a time is a
 * time, whatever is usual. Of several all must have passed; of none, {@value #USUAL} rows. The first window with a row clears it.
 */
final class AbsenceKind implements RuleKind {
    /**
     * Missed rows that are no accident: of four months of flights no quiet stretch misses more than 6, a failure of twelve
     * hours 137.
     */
    private static final int USUAL = 20;

    private static final Pattern ROWS = Pattern.compile("(\\d{1,9}) rows");

    @Override
    public String name() {
        return "absence";
    }

    @Override
    public List<String> measurements() {
        return List.of("ingest");
    }

    /** A window without rows is what it is about. */
    @Override
    public Trust trust(Section rule, Trust written) {
        if (rule.keys().contains("trust")) {
            rule.problem("trust", "a rule about absence is about windows without rows: leave trust out");
        }
        return Trust.ANY;
    }

    @Override
    public Optional<Trigger> trigger(Section level, FigureNames figures) {
        level.only("after");
        List<Text> after = level.texts("after");
        List<Condition> passed =
                after.stream().flatMap(text -> passed(text).stream()).toList();
        return passed.size() < after.size()
                ? Optional.empty()
                : Optional.of(new Trigger(
                        passed.stream().reduce(Condition.Both::new).orElseGet(() -> missed(USUAL)), Count.ONCE));
    }

    @Override
    public Trigger clear(SortedMap<Level, List<Trigger>> levels) {
        return new Trigger(comparison("n", Relation.ABOVE, 0, "0"), Count.ONCE);
    }

    private static Optional<Condition> passed(Text text) {
        Matcher rows = ROWS.matcher(text.value());
        if (rows.matches()) {
            return Optional.of(missed(Long.parseLong(rows.group(1))));
        }
        if (!text.value().matches("\\d.*")) {
            text.problem("a number of rows such as 20 rows, or a duration such as 2h, is needed, not " + text.value());
            return Optional.empty();
        }
        return text.duration().map(duration -> silent(duration, text.value()));
    }

    private static Condition missed(long rows) {
        return comparison("expected_since_last", Relation.AT_LEAST, (double) rows, Long.toString(rows));
    }

    private static Condition silent(Duration duration, String text) {
        return comparison("since_last", Relation.AT_LEAST, duration.toMillis() / 1000.0, text);
    }

    private static Condition comparison(String figure, Relation relation, double limit, String text) {
        return new Condition.Comparison(new Amount.Figure(figure), relation, new Amount.Constant(limit, text));
    }
}
