package io.leeway.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeway.alert.Count;
import io.leeway.alert.Level;
import io.leeway.alert.Rule;
import io.leeway.notify.MailSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertFilesTest {
    private static final String RECEIVERS = """
        version: 1
        mail: {from: leeway@example.org, message_id_domain: example.org}
        receivers: {on-call: {email: [me@example.org]}}
        """;
    private static final String RULE = """
        version: 1
        defaults: {owner: on-call}
        rules:
          - rule: feature-drift
            title: "{model}: {names} drifted"
            watch: {measurement: drift, window: 1d, per: [model, feature]}
            incident_per: [model]
            trust: {min_samples: 50, min_label_coverage: 60%}
            levels: {warning: {when: "psi > 0.2", for: {breaches: 2, of: 3}}}
            show: [ks]
        """;

    @Test
    void theShippedFilesAreUnderstood() throws InvalidYamlException {
        AlertFiles shipped = AlertFiles.shipped();
        assertThat(shipped.rules())
                .extracting(Rule::name)
                .containsExactlyInAnyOrder(
                        "feature-drift",
                        "wide-drift",
                        "bad-inputs",
                        "accuracy-dropped",
                        "estimated-accuracy-low",
                        "ranking-worse",
                        "error-grew",
                        "model-silent",
                        "labels-late",
                        "accuracy-budget");
        assertThat(shipped.receivers().mail().servers()).isEmpty();
        assertThat(shipped.receivers().receiver("on-call")).isPresent();
    }

    @Test
    void aRuleIsReadWhole() throws InvalidYamlException {
        Rule rule =
                AlertFiles.of(List.of(file(RULE), receivers(RECEIVERS))).rules().get(0);
        assertThat(rule.watch().only().values())
                .containsOnly(Map.entry("window", "1d"), Map.entry("version", "*"), Map.entry("segment", "all"));
        assertThat(rule.trust().minLabelCoverage()).isEqualTo(0.6);
        assertThat(rule.triggers(Level.WARNING).get(0).count()).isEqualTo(new Count(2, 3));
        assertThat(rule.clear().when().toString()).contains("AT_MOST");
        assertThat(rule.wording().owner()).isEqualTo("on-call");
    }

    /** Replaces the first text by the second in the rule above; the problem stands at the line and column. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "psi > 0.2          | pis > 0.2          | 9:31 | there is no figure pis here; did you mean psi?",
                "levels:            | leves:             | 9:5  | leves is not known here; did you mean levels?",
                "measurement: drift | measurement: drfit | 6:26 | drfit is unknown; did you mean drift?",
                "window: 1d         | window: 2d         | 6:41 | 2d is unknown; did you mean 1d?",
                "[model, feature]   | [model]            | 6:45 | per must name feature, or feature must be given a"
                        + " value",
                "[model, feature]   | [model, future]    | 6:58 | future is unknown; did you mean feature?",
                "per: [model]       | per: [modell]      | 7:20 | modell is unknown; did you mean model?",
                "version: 1         | version: 2         | 1:10 | only version 1 is known, not 2",
                "min_samples: 50    | min_samples: many  | 8:26 | a whole number from 0 to 1000000000000 is needed,"
                        + " not many",
                "breaches: 2        | breaches: 4        | 9:49 | more breaches than windows: breaches must be at most"
                        + " of",
                "{names}            | {nmaes}            | 5:22 | {nmaes} is not known here; did you mean {names}?",
                "[ks]               | [kz]               | 10:12 | there is no figure kz here; did you mean ks?",
                "on-call            | on-cal             | 4:5  | there is no receiver on-cal in receivers.yml; did"
                        + " you mean on-call?",
                "[ks]               | &a [ks]            | 10:11 | anchors, aliases and tags are not read here; write"
                        + " the value out",
                "[ks]               | !!set {ks}         | 10:11 | anchors, aliases and tags are not read here; write"
                        + " the value out",
                "version: 1         | version: 1 2: 3    | 1:13 | this is not YAML: mapping values are not allowed"
                        + " here",
                "incident_per:      | title:             | 7:5  | title is there twice",
                "title:             | titel:             | 5:5  | titel is not known here; did you mean title?"
            })
    void everyMistakeIsToldWithItsPlaceAndWhatToWriteInstead(
            String text, String mistake, String place, String sentence) {
        assertThat(RULE).contains(text);
        assertThat(problems(file(RULE.replace(text, mistake)), receivers(RECEIVERS)))
                .contains("drift.yml:" + place + ": " + sentence);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(problems(
                        file(RULE.replace("psi", "pis").replace("[ks]", "[kz]")),
                        receivers(RECEIVERS.replace("me@example.org", "me"))))
                .hasSize(3);
    }

    @Test
    void twoRulesOfOneNameAreAMistakeAcrossFiles() {
        YamlFile other = new YamlFile("other.yml", RULE);
        assertThat(problems(file(RULE), other, receivers(RECEIVERS)))
                .containsExactly("other.yml:4:5: there are two rules named feature-drift");
    }

    @Test
    void aRuleIsHeldBackByOthersThatAreThereAndNeverByItself() throws InvalidYamlException {
        String both = RULE
                + "    hold_back_while: [bad-inputs]\n"
                + RULE.substring(RULE.indexOf("  - rule")).replace("feature-drift", "bad-inputs");
        assertThat(AlertFiles.of(List.of(file(both), receivers(RECEIVERS)))
                        .rules()
                        .get(0)
                        .holdBackWhile())
                .containsExactly("bad-inputs");
        assertThat(problems(file(both.replace("[bad-inputs]", "[bad-input]")), receivers(RECEIVERS)))
                .containsExactly("drift.yml:11:23: there is no rule bad-input; did you mean bad-inputs?");
        assertThat(problems(file(both + "    hold_back_while: [feature-drift]\n"), receivers(RECEIVERS)))
                .hasSize(2)
                .allMatch(problem -> problem.contains("would be held back by itself, through "));
    }

    @Test
    void noRuleHasTheLastWordOfItself() {
        assertThat(problems(file(RULE + "    confirmed_by: feature-drift\n"), receivers(RECEIVERS)))
                .singleElement()
                .asString()
                .contains("feature-drift would have the last word of itself");
    }

    @Test
    void withoutReceiversNobodyWouldBeTold() {
        assertThat(problems(file(RULE))).first().asString().startsWith("receivers.yml:1:1: there is no file");
    }

    @Test
    void aMailServerIsReadWithStarttlsUnlessSaidOtherwise() throws InvalidYamlException {
        String text = """
            version: 1
            links: {service: "https://leeway.example.org/"}
            mail:
              from: "Leeway <leeway@example.org>"
              bounces: bounces@example.org
              message_id_domain: example.org
              servers:
                - {host: a.example.org, auth: {user: me, password_file: /run/secret}}
                - {host: b.example.org, port: 25, tls: none}
              timeouts: {read: 5s}
            receivers:
              on-call: {email: [me@example.org, you@example.org], min_level: critical}
            """;
        var receivers = AlertFiles.of(List.of(file(RULE), receivers(text))).receivers();
        assertThat(receivers.page()).contains("https://leeway.example.org");
        assertThat(receivers.mail().servers())
                .containsExactly(
                        new MailSettings.Server(
                                "a.example.org",
                                587,
                                MailSettings.Tls.STARTTLS,
                                Optional.of(new MailSettings.Login("me", "/run/secret"))),
                        new MailSettings.Server("b.example.org", 25, MailSettings.Tls.NONE, Optional.empty()));
        assertThat(receivers.mail().timeouts().read()).isEqualTo(Duration.ofSeconds(5));
        assertThat(receivers.receiver("on-call").orElseThrow().minLevel()).isEqualTo(Level.CRITICAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "me@example.org     | \"me@example.org\\r\\nBcc: you@example.org\" ",
                "leeway@example.org | \"Leeway\\n <leeway@example.org>\"",
                "domain: example    | domain: exa/mple",
                "me@example.org     | nobody",
                "me@example.org     | a..b@example.org",
                "me@example.org     | .a@example.org",
                "me@example.org     | a.@example.org",
                "leeway@example.org | a..b@example.org"
            })
    void anAddressThatIsNoneIsRefused(String text, String mistake) {
        assertThat(problems(file(RULE), receivers(RECEIVERS.replace(text, mistake))))
                .isNotEmpty();
    }

    private static List<String> problems(YamlFile... files) {
        InvalidYamlException invalid =
                catchThrowableOfType(InvalidYamlException.class, () -> AlertFiles.of(List.of(files)));
        assertThat(invalid).as("the files were accepted").isNotNull();
        return invalid.problems().stream().map(YamlProblem::toString).toList();
    }

    private static YamlFile file(String text) {
        return new YamlFile("drift.yml", text);
    }

    private static YamlFile receivers(String text) {
        return new YamlFile("receivers.yml", text);
    }
}
