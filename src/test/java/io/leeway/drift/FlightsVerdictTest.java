package io.leeway.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Four months of real flights with two faults put in: distance in kilometres for a week, a feed missing for three days. */
class FlightsVerdictTest {
    private static final List<String> NUMERIC =
            List.of("distance", "hour", "recent_delay", "network_delay", "departures_last_hour", "score");
    private static final List<String> CATEGORICAL = List.of("origin_airport", "destination_airport", "prediction");

    private static List<Map<String, String>> reference = List.of();
    private static List<Map<String, String>> rows = List.of();

    @BeforeAll
    static void readTheLog() throws IOException {
        reference = LogRows.csv(resource("reference.csv.gz"));
        rows = LogRows.ndjson(resource("predictions.ndjson.gz"));
    }

    @Test
    void inWholeWeeksNothingButTheTwoFaultsHasDrifted() {
        assertThat(drifted(WatchedLog.WEEKLY))
                .containsExactly("2001-04-16 recent_delay MISSING", "2001-05-21 distance VALUES");
    }

    @Test
    void onSingleDaysTheFaultsAreFoundAndOneDayOfSilence() {
        assertThat(drifted(WatchedLog.DAILY))
                .containsExactly(
                        "2001-04-16 recent_delay MISSING",
                        "2001-04-17 recent_delay MISSING",
                        "2001-04-18 recent_delay MISSING",
                        "2001-05-21 distance VALUES",
                        "2001-05-22 distance VALUES",
                        "2001-05-23 distance VALUES",
                        "2001-05-24 distance VALUES",
                        "2001-05-25 distance VALUES",
                        "2001-05-26 distance VALUES",
                        "2001-05-27 distance VALUES",
                        "2001-06-16 hour VALUES");
    }

    @Test
    void theReasonIsASentenceAPersonCanRepeat() {
        assertThat(reason("2001-05-21", "distance"))
                .isEqualTo("distance: psi 0.42 against a limit of 0.12 at n = 1,419");
        assertThat(reason("2001-04-16", "recent_delay"))
                .isEqualTo("recent_delay: 32.2 % of values are missing, 7.2 % in the baseline; "
                        + "drift begins at 13.2 % at n = 1,346");
    }

    @Test
    void everyScoreStandsOnTheSideOfOneWhereItsVerdictStands() {
        WatchedLog log = WatchedLog.against(reference, WatchedLog.WEEKLY, NUMERIC, CATEGORICAL);
        for (List<Map<String, String>> week :
                WatchedLog.cut(rows, WatchedLog.WEEKLY).values()) {
            for (FeatureVerdict verdict : log.judge(week)) {
                assertThat(verdict.driftScore().orElseThrow() > 1).isEqualTo(verdict.verdict() == Verdict.DRIFTED);
            }
        }
    }

    private static List<String> drifted(UnaryOperator<LocalDate> size) {
        WatchedLog log = WatchedLog.against(reference, size, NUMERIC, CATEGORICAL);
        return WatchedLog.cut(rows, size).entrySet().stream()
                .flatMap(window -> log.drifted(window.getKey(), window.getValue()))
                .toList();
    }

    private static String reason(String week, String feature) {
        WatchedLog log = WatchedLog.against(reference, WatchedLog.WEEKLY, NUMERIC, CATEGORICAL);
        return log
                .judge(WatchedLog.cut(rows, WatchedLog.WEEKLY).getOrDefault(LocalDate.parse(week), List.of()))
                .stream()
                .filter(verdict -> verdict.name().equals(feature))
                .map(FeatureVerdict::reason)
                .findFirst()
                .orElseThrow();
    }

    private static InputStream resource(String name) {
        return FlightsVerdictTest.class.getResourceAsStream("/demo/flights/" + name);
    }
}
