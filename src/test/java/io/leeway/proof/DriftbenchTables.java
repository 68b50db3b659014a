package io.leeway.proof;

import io.leeway.bench.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was found of streams whose drift is known, by the verdict and by rules of thumb on the same windows. */
final class DriftbenchTables {
    private final List<DriftStream> streams;

    DriftbenchTables(List<DriftStream> streams) {
        this.streams = streams;
    }

    List<Table> all() {
        return List.of(quiet(), delays());
    }

    private Table quiet() {
        Table table = new Table("Streams of known drift: windows in which nothing had changed", columns("", "windows"));
        List<DriftStream.Window> quiet =
                streams.stream().flatMap(stream -> stream.quiet().stream()).toList();
        row(
                table,
                List.of("alarms", (long) quiet.size()),
                rule -> SimulatedTables.percent(quiet.stream()
                                .filter(window -> rule.alarms(window.judged()))
                                .count()
                        / (double) quiet.size()));
        return table;
    }

    private Table delays() {
        Table table = new Table(
                "Streams of known drift: days from the onset until found (* another column was named first)",
                columns("kind", "magnitude"));
        streams.stream()
                .filter(stream -> stream.onset().isPresent())
                .forEach(stream -> row(table, List.of(stream.kind(), stream.magnitude()), rule -> delay(stream, rule)));
        return table;
    }

    private static String delay(DriftStream stream, Rule rule) {
        Optional<String> days = stream.delay(rule).map(Duration::toDays).map(String::valueOf);
        boolean right = stream.found(rule)
                .map(window -> stream.namesTheRightColumn(rule, window))
                .orElse(true);
        return days.map(it -> right ? it : it + " *").orElse("-");
    }

    private static void row(Table table, List<Object> first, Function<Rule, String> cell) {
        List<Object> row = new ArrayList<>(first);
        Stream.of(Rule.values()).map(cell).forEach(row::add);
        table.add(row.toArray());
    }

    private static String[] columns(String... first) {
        return Stream.concat(Stream.of(first), Stream.of(Rule.values()).map(Rule::text))
                .toArray(String[]::new);
    }
}
