package io.leeway.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leeway.logs.PredictionLog;
import io.leeway.logs.PredictionLog.Prediction;
import io.leeway.truth.BinaryTally;
import io.leeway.truth.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls of a bank in the crisis of 2009: its model goes by rates of interest that have fallen, and gives people low scores who
 * now say yes. Accuracy over all of them still reads .92.
 */
class ScoresOfRealLogTest {
    private final PredictionLog log = PredictionLog.named("bank-term-deposit");

    @ParameterizedTest
    @ValueSource(strings = {"2009-05-04T00:00:00Z", "2009-05-11T00:00:00Z"})
    void lowScoresThatNowMeanYesAreNamed(Instant monday) {
        List<Outcome.Binary> week = week(monday);
        LostPart lost = LossReport.of(ranges().parts(tally(week)), 0.01).parts().get(0);
        assertThat(lost.name()).isEqualTo("scores from 0.0135 to 0.213");
        List<Outcome.Binary> there = week.stream()
                .filter(row -> row.score() >= 0.01347 && row.score() < 0.2127)
                .toList();
        double right = there.stream().filter(row -> row.loss() == 0).count();
        assertThat(lost.now()).isCloseTo(right / there.size(), within(0.01));
        assertThat(there.stream().filter(Outcome.Binary::actual).count()).isEqualTo((long) (there.size() - right));
    }

    private ScoreRanges ranges() {
        return ScoreRanges.of(tally(log.table("reference.csv.gz").stream()
                        .map(row -> new Outcome.Binary(
                                row.number("prediction") == 1, row.number("label") == 1, row.number("score")))
                        .toList()))
                .orElseThrow();
    }

    private List<Outcome.Binary> week(Instant monday) {
        Map<String, PredictionLog.Label> labels = log.labels();
        List<Outcome.Binary> week = new ArrayList<>();
        for (Prediction one : log.predictions()) {
            boolean inside =
                    !one.timestamp().isBefore(monday) && one.timestamp().isBefore(monday.plus(Duration.ofDays(7)));
            PredictionLog.Label label = labels.get(one.id());
            if (inside && label != null) {
                week.add(new Outcome.Binary(
                        one.prediction().equals("1"), label.label().equals("1"), one.score()));
            }
        }
        return week;
    }

    private static BinaryTally tally(List<Outcome.Binary> outcomes) {
        BinaryTally tally = new BinaryTally();
        outcomes.forEach(tally::add);
        return tally;
    }
}
