package io.leeway.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules whose every word is understood and that make no sense. */
class SenseTest {
    private static final YamlFile RECEIVERS = new YamlFile("receivers.yml", """
        version: 1
        mail: {from: leeway@example.org, message_id_domain: example.org}
        receivers: {on-call: {email: [me@example.org]}}
        """);
    private static final String RULE = """
        version: 1
        rules:
          - rule: some-rule
            owner: on-call
            title: "{model}"
            watch: {measurement: MEASUREMENT, window: 1d, per: [PER]}
            levels:
              warning: {when: "WARNING"}
              critical: {when: "CRITICAL"}
            clear: {when: "CLEAR"}
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "psi < 0                        | psi < 0 is never true: psi is never below 0",
                "psi >= 0                       | psi >= 0 is always true: psi is never below 0",
                "0 > psi                        | 0 > psi is never true: psi is never below 0",
                "not psi >= 0                   | psi < 0 is never true: psi is never below 0",
                "ks > 90                        | ks > 90 is never true: ks lies between 0 and 1; write 90%",
                "psi > 0.2 or ks > 1            | ks > 1 is never true: ks lies between 0 and 1",
                "psi > psi                      | psi > psi is never true; compare it with something else",
                "psi - 1 < psi                  | (psi - 1) < psi is always true; compare it with something else",
                "psi + ks < 0                   | (psi + ks) < 0 is never true; compare it with something else",
                "psi > 0.3 and psi < 0.2        | no window meets this: its parts contradict each other; join them by"
                        + " or, or change a limit",
                "ks > 0.5 or (psi > 1 and 2 * psi < 2) | no window meets this: its parts contradict each other; join"
                        + " them by or, or change a limit",
                "psi > 0.2 or psi < 0.3         | every window meets this; leave a part out, or change a limit",
                "psi != 0.2 or psi = 0.2        | every window meets this; leave a part out, or change a limit"
            })
    void aConditionThatNeverOrAlwaysHoldsIsToldWhereItStands(String warning, String sentence) {
        assertThat(problems(drift(warning, "psi > 5", "psi < 0.01"))).contains("rules.yml:8:23: " + sentence);
    }

    @Test
    void theRangeOfAnIntervalIsThatOfItsMetricAndALittleMore() {
        String rule = RULE.replace("MEASUREMENT", "performance").replace("PER", "model");
        String right = rule.replace("WARNING", "accuracy.high < 90%")
                .replace("CRITICAL", "accuracy.high < 80%")
                .replace("CLEAR", "accuracy.low > 90%");
        assertThat(problems(right)).isEmpty();
        assertThat(problems(right.replace("accuracy.high < 90%", "accuracy.high < 90")))
                .containsExactly(
                        "rules.yml:8:23: accuracy_high < 90 is always true: accuracy_high lies between -1 and 2; write"
                                + " 90%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "psi > 0.2              | psi < 0.25                 | psi = 0.225",
                "psi > 0.2 and ks > 0.1 | psi < 0.3                  | ks = 0.55, psi = 0.25",
                "psi > 0.2              | psi <= 0.3 and ks < 0.1    | ks = 0, psi = 0.25",
                "psi >= 0.2             | psi <= 0.2                 | psi = 0.2"
            })
    void aWindowThatRaisesAndClearsIsAMistake(String warning, String clear, String example) {
        assertThat(problems(drift(warning, "psi > 5", clear)))
                .singleElement()
                .asString()
                .startsWith("rules.yml:10:19: a window can raise and clear this rule at once, one with ")
                .endsWith("; let clear begin where the levels end");
        assertThat(problems(drift(warning, "psi > 5", clear)))
                .singleElement()
                .asString()
                .contains(example.substring(example.lastIndexOf("psi")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"psi > 0.2 | psi > 0.1", "psi > 0.2 | psi > 0.2", "psi > 0.2 and ks > 0.1 | psi > 0.15"})
    void criticalThatIsReachedWheneverWarningIsLeavesNothingToWarnOf(String warning, String critical) {
        assertThat(problems(drift(warning, critical, "psi < 0.01")))
                .containsExactly(
                        "rules.yml:9:7: critical is reached whenever warning is, so nobody is ever warned; make"
                                + " critical stricter, or leave warning out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psi > 0.2 and ks > 0.1",
                "psi > 0.2 or ks > 0.1",
                "psi_test > 1.25 * threshold",
                "abs(psi - previous_is_not_known_here) > 1",
                "min(psi, ks) > 0.1",
                "psi > 3 * js and js > 0.01",
                "1 / psi < 4"
            })
    void whatMayHoldAndMayNotIsNoMistake(String warning) {
        String rule = drift(
                warning.replace("previous_is_not_known_here", "threshold"),
                "psi > 5 and ks > 0.5",
                "psi < 0.01 and ks < 0.01");
        assertThat(problems(rule)).isEmpty();
    }

    @Test
    void moreWindowsMayMakeItCriticalWithTheSameLimit() {
        String rule = drift("psi > 0.2", "psi > 0.2", "psi < 0.01")
                .replace(
                        "critical: {when: \"psi > 0.2\"}",
                        "critical: {when: \"psi > 0.2\", for: {breaches: 3, of: 3}}");
        assertThat(problems(rule)).isEmpty();
    }

    @Test
    void theShippedRulesMakeSense() {
        assertThatCode(AlertFiles::shipped).doesNotThrowAnyException();
    }

    private static String drift(String warning, String critical, String clear) {
        return RULE.replace("MEASUREMENT", "drift")
                .replace("PER", "model, feature")
                .replace("WARNING", warning)
                .replace("CRITICAL", critical)
                .replace("CLEAR", clear);
    }

    private static List<String> problems(String rules) {
        InvalidYamlException invalid = catchThrowableOfType(
                InvalidYamlException.class, () -> AlertFiles.of(List.of(new YamlFile("rules.yml", rules), RECEIVERS)));
        return invalid == null
                ? List.of()
                : invalid.problems().stream().map(YamlProblem::toString).toList();
    }
}
