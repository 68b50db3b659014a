package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.influx.Board.Asked;
import io.leeway.influx.Board.Variable;
import io.leeway.series.Measurement;
import io.leeway.series.Vocabulary;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the boards without a server. */
class DashboardsTest {
    private static final Pattern SOURCE = Pattern.compile("FROM \"(\\w+)\"");
    private static final Pattern NAME = Pattern.compile("\"((?:\\w|\\$\\{metric:raw\\})+)\"");
    private static final Pattern ALIAS = Pattern.compile(" AS \"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/d/([\\w-]+)([^\"\\s]*)");
    private static final Pattern LINKED_VARIABLE = Pattern.compile("var-(\\w+)=");

    static Stream<Asked> queries() throws IOException {
        return Board.all().stream().flatMap(board -> board.queries().stream());
    }

    static Stream<Board> boards() throws IOException {
        return Board.all().stream();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryIsBoundInTimeAndNamesTheVersion(Asked asked) {
        assertThat(asked.query()).contains("WHERE $timeFilter", "\"model\" =~ /^${model:regex}$/", "\"version\" ");
    }

    /** How a bare variable is escaped depends on Grafana's version. */
    @ParameterizedTest
    @MethodSource("queries")
    void aQuerySaysHowItsVariablesAreWritten(Asked asked) {
        String rest = Interpolation.REFERENCE.matcher(asked.query()).replaceAll("");
        assertThat(rest.replace("$timeFilter", "").replace("$__interval", "").replace("$/", ""))
                .doesNotContain("$", "[[");
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryNamesOnlyWhatIsWritten(Asked asked) {
        Set<String> known = new HashSet<>(matches(ALIAS, asked.query()));
        for (String name : matches(SOURCE, asked.query())) {
            Measurement measurement = Vocabulary.measurement(name);
            known.add(name);
            known.addAll(measurement.tags());
            known.addAll(measurement.fields().keySet());
        }
        String query = ALIAS.matcher(asked.query()).replaceAll("");
        for (String metric : metrics(asked.board())) {
            assertThat(known)
                    .containsAll(matches(NAME, query).stream()
                            .map(name -> name.replace("${metric:raw}", metric))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void aVariableIsAskedForWithinTheTimeShown(Board board) {
        assertThat(board.variables().stream().filter(Variable::isQuery))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(variable.query())
                        .startsWith("SHOW TAG VALUES FROM ")
                        .contains("WHERE $timeFilter"));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyPanelExplainsItselfAndHasAUnitAndAWordForNothing(Board board) {
        assertThat(board.pictures()).isNotEmpty().allSatisfy(panel -> {
            Map<String, Object> defaults = Board.map(Board.map(panel, "fieldConfig"), "defaults");
            assertThat(Board.text(panel, "title")).isNotBlank();
            assertThat(Board.text(panel, "description")).endsWith(".");
            assertThat(Board.text(defaults, "unit")).isNotBlank();
            assertThat(Board.text(defaults, "noValue")).isNotBlank();
            assertThat(Board.list(panel, "targets")).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void panelsHaveTheirOwnNumbersAndPlaces(Board board) {
        List<Map<String, Object>> panels = board.panels();
        assertThat(panels.stream().map(panel -> Board.number(panel, "id"))).doesNotHaveDuplicates();
        Set<String> taken = new HashSet<>();
        for (Map<String, Object> panel : panels) {
            Map<String, Object> place = Board.map(panel, "gridPos");
            int right = Board.number(place, "x") + Board.number(place, "w");
            int bottom = Board.number(place, "y") + Board.number(place, "h");
            assertThat(right).isLessThanOrEqualTo(24);
            for (int x = Board.number(place, "x"); x < right; x++) {
                for (int y = Board.number(place, "y"); y < bottom; y++) {
                    assertThat(taken.add(x + "," + y))
                            .as(Board.text(panel, "title"))
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyLinkLeadsToABoardAndItsVariables(Board board) throws IOException {
        Map<String, Set<String>> variables = Board.all().stream()
                .collect(Collectors.toMap(
                        Board::uid,
                        each -> each.variables().stream().map(Variable::name).collect(Collectors.toSet())));
        assertThat(LINK.matcher(board.text()).results()).isNotEmpty().allSatisfy(link -> {
            assertThat(variables).containsKey(link.group(1));
            assertThat(variables.get(link.group(1))).containsAll(matches(LINKED_VARIABLE, link.group(2)));
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void everyVariableUsedIsThere(Board board) {
        assertThat(board.variables().stream().map(Variable::name))
                .containsAll(matches(Interpolation.REFERENCE, board.text()));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void incidentsAreMarkedOnEveryBoard(Board board) {
        assertThat(board.annotations())
                .anySatisfy(annotation -> assertThat(Board.text(Board.map(annotation, "target"), "query"))
                        .contains("FROM \"incident\""));
    }

    @Test
    void boardsHaveNamesOfTheirOwn() throws IOException {
        assertThat(Board.all()).extracting(Board::uid).doesNotHaveDuplicates().hasSize(2);
    }

    private static List<String> metrics(Board board) {
        return board.variables().stream()
                .filter(variable -> variable.name().equals("metric"))
                .findAny()
                .map(variable -> List.of(variable.query().split(",")))
                .orElse(List.of(""));
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
