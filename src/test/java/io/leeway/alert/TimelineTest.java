package io.leeway.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    /** A letter a day: . nothing, p pending, W warning, C critical; ? a day without a verdict. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one strong day fires at once and two good days clear      | .3 .05 .05        | WW.",
                "a weak day is pending, the second of three fires          | .15 .05 .15 .05   | ppWW",
                "two weak days too far apart do not fire                   | .15 .05 .05 .15   | pppp",
                "a level rises at once and does not fall but to nothing    | .3 .6 .3 .05 .05  | WCCC.",
                "one good day does not clear                               | .3 .05 .3 .05     | WWWW",
                "what breached before a clearing does not count again      | .3 .05 .05 .15    | WW.p",
                "a missing figure neither counts nor resets                | .15 -1 -1 .15     | p??W",
                "a missing figure never resolves                           | .3 -1 -1 -1 -1    | W????",
                "at most twice as many windows are looked at               | .15 -1 -1 -1 -1 -1 .15 | p?????p",
                "critical does not wait for warning                        | .6                | C"
            })
    void levelsRiseAndFallByJudgedWindows(String claim, String psi, String expected) {
        double[] days =
                Arrays.stream(psi.split(" ")).mapToDouble(Double::parseDouble).toArray();
        Timeline timeline = Timeline.of(Sample.rule(), Sample.days("age", days));
        assertThat(timeline.standings().stream().map(TimelineTest::letter).collect(Collectors.joining()))
                .as(claim)
                .isEqualTo(expected);
    }

    @Test
    void tooFewRowsAreNoVerdict() {
        List<Observation> days = List.of(
                Sample.day("age", 0, 0.3),
                Sample.window("age", 1, 1, 99, Map.of("psi", 0.01)),
                Sample.window("age", 2, 1, 99, Map.of("psi", 0.01)));
        assertThat(Timeline.of(Sample.rule(), days).standings().get(2).level()).contains(Level.WARNING);
    }

    @Test
    void anEpisodeKnowsItsBeginItsWorstAndItsEnd() {
        Episode episode = Timeline.of(Sample.rule(), Sample.days("age", .05, .15, .15, .4, .05, .05))
                .episodes()
                .get(0);
        assertThat(episode.since()).isEqualTo(Sample.START.plus(Duration.ofDays(1)));
        assertThat(episode.fired()).isEqualTo(Sample.end(2));
        assertThat(episode.cleared()).contains(Sample.end(5));
        assertThat(episode.worst().evidence())
                .containsExactly(
                        new Evidence("psi", .4, Relation.ABOVE, .2), new Evidence("psi", .4, Relation.ABOVE, .1));
        assertThat(episode.latest().evidence()).first().isEqualTo(new Evidence("psi", .05, Relation.ABOVE, .5));
    }

    @Test
    void theReasonStandsWhereTheLevelChanges() {
        assertThat(Timeline.of(Sample.rule(), Sample.days("age", .05, .3, .6, .05, .05)).standings().stream()
                        .map(Standing::reason))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Reason.BREACH),
                        Optional.of(Reason.WORSE),
                        Optional.empty(),
                        Optional.of(Reason.CLEARED));
    }

    @Test
    void withoutAClearOneWindowThatWouldNotWarnIsEnough() {
        Rule sample = Sample.rule();
        Rule rule = Sample.rule(sample.levels(), Rule.clearedBy(sample.levels()));
        assertThat(Timeline.of(rule, Sample.days("age", .3, .05))
                        .episodes()
                        .get(0)
                        .cleared())
                .contains(Sample.end(1));
    }

    private static String letter(Standing standing) {
        if (!standing.judged()) {
            return "?";
        }
        return standing.level()
                .map(level -> level == Level.WARNING ? "W" : "C")
                .orElse(standing.pending().isPresent() ? "p" : ".");
    }
}
