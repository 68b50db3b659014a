package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.influx.Board.Asked;
import io.leeway.influx.Board.Variable;
import io.leeway.influx.Interpolation.All;
import io.leeway.influx.Interpolation.Choice;
import io.leeway.influx.Interpolation.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query of every board, run on a real InfluxDB that our own writer filled, for every kind of choice. */
class DashboardQueriesIT {
    private static final String TIME =
            "time >= " + SamplePoints.FROM.toEpochMilli() + "ms and time <= " + SamplePoints.TO.toEpochMilli() + "ms";

    @TempDir
    private static Path folder;

    @AutoClose
    private static Influxd server;

    @AutoClose
    private static Connection connection;

    @BeforeAll
    static void fill() throws Exception {
        server = Influxd.start(folder);
        InfluxSettings settings = InfluxSettings.of(server.url(), "leeway");
        connection = new Connection(settings);
        try (InfluxSeries series = new InfluxSeries(settings)) {
            assertThat(series.write(SamplePoints.all())).isEmpty();
        }
    }

    static Stream<Asked> queries() throws IOException {
        return Board.all().stream().flatMap(board -> board.queries().stream());
    }

    static Stream<Board> boards() throws IOException {
        return Board.all().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryShowsSomethingWhateverIsChosen(Asked asked) throws Exception {
        Interpolation initial = initial(asked.board());
        assertShowsSomething(initial, asked.query());
        for (Variable variable : asked.board().variables()) {
            if (asked.query().contains("${" + variable.name() + ":")) {
                for (Choice choice : choices(variable, initial)) {
                    assertShowsSomething(initial.with(variable.name(), choice), asked.query());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void aValueThatContainsAnotherIsNotTakenForIt(Board board) throws Exception {
        Interpolation one = initial(board).with("model", new Values(List.of("flight delays.v")));
        for (Asked asked : board.queries()) {
            assertThat(rows(one, asked.query())).as(asked.toString()).isEmpty();
        }
    }

    private static void assertShowsSomething(Interpolation interpolation, String query) throws Exception {
        assertThat(rows(interpolation, query))
                .as(interpolation.apply(query))
                .anySatisfy(row -> assertThat(row.keySet()).anyMatch(column -> !column.equals("time")));
    }

    private static List<Map<String, Object>> rows(Interpolation interpolation, String query) throws Exception {
        return connection.query(interpolation.apply(query), Map.of());
    }

    /** A board as it opens. */
    private static Interpolation initial(Board board) throws Exception {
        Interpolation interpolation = new Interpolation(TIME, "1d", new LinkedHashMap<>());
        for (Variable variable : board.variables()) {
            List<String> values = values(variable, interpolation);
            assertThat(values).as("values of " + variable.name()).isNotEmpty();
            String first = variable.initial().isEmpty() ? values.get(0) : variable.initial();
            assertThat(values).contains(first);
            interpolation = interpolation.with(
                    variable.name(),
                    variable.allValue().isEmpty() ? new Values(List.of(first)) : new All(variable.allValue()));
        }
        return interpolation;
    }

    /** All, each one, and two, as far as the variable allows it. */
    private static List<Choice> choices(Variable variable, Interpolation interpolation) throws Exception {
        List<String> values = values(variable, interpolation);
        List<Choice> choices = new ArrayList<>();
        values.forEach(value -> choices.add(new Values(List.of(value))));
        if (variable.multi()) {
            choices.add(new Values(values.subList(0, 2)));
        }
        if (!variable.allValue().isEmpty()) {
            choices.add(new All(variable.allValue()));
        }
        return choices;
    }

    private static List<String> values(Variable variable, Interpolation interpolation) throws Exception {
        return variable.isQuery()
                ? rows(interpolation, variable.query()).stream()
                        .map(row -> String.valueOf(row.get("value")))
                        .distinct()
                        .toList()
                : List.of(variable.query().split(","));
    }
}
