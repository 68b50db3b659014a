package io.leeway.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts find what is not as they claim, whatever happens to the service meanwhile. */
class RehearsalTest {
    private static final String TWO_BAD_DAYS = """
          given:
            - series: {measurement: drift, model: credit, feature: income}
              every: 1d
              arrive: +75m
              fields: {psi: "0.03 0.3x2 0.03x3"}
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(folder.resolve("rules.yml"), """
            version: 1
            defaults: {owner: team, trust: {min_samples: 100}}
            rules:
              - rule: drift
                title: "{model}: {names} drifted"
                watch: {measurement: drift, window: 1d, per: [model, feature]}
                incident_per: [model]
                levels:
                  warning: {when: "psi > 0.2", for: {breaches: 2, of: 3}}
                  critical: {when: "psi > 0.5"}
                clear: {when: "psi < 0.1", for: {breaches: 2, of: 2}}
              - rule: missing
                title: "{model}: {names} missing"
                watch: {measurement: quality, window: 15m, per: [model, feature]}
                incident_per: [model]
                levels: {critical: {when: "missing_rate > 30%", for: {breaches: 2, of: 2}}}
                clear: {when: "missing_rate < 2%", for: {breaches: 4, of: 4}}
            """);
        Files.writeString(folder.resolve("receivers.yml"), """
            version: 1
            time_zone: Europe/Berlin
            mail: {from: leeway@example.org, message_id_domain: example.org, servers: []}
            receivers:
              team: {email: [a@example.org, b@example.org]}
            route:
              routes:
                - match: {level: warning}
                  hours: {days: mon-fri, from: "08:00", to: "18:00", outside: hold}
            """);
    }

    @Test
    void statesAndMailsAreHeldAgainstTheClaims() throws Exception {
        assertThat(differences(TWO_BAD_DAYS + """
              expect:
                - {at: 2d2h, state: {drift: {income: pending}}, mails: 0, open: 0}
                - {at: 3d2h, state: {drift: warning}, mails: 0, open: 1}
                - {at: 5d2h, state: {drift: {credit: ok}}, open: 0}
              mails:
                - {at: 3d7h, within: 0m, to: [b@example.org, a@example.org], subject: "[WARNING] credit: income", thread: A}
                - {at: 7d7h, subject: "[RESOLVED]", reply_in: A, text_has: ["Every member is back within its limits."]}
              mails_not: ["[CRITICAL]"]
            """))
                .as("Thursday and Monday at 8 in Berlin")
                .isEmpty();
    }

    @Test
    void everythingThatIsNotAsClaimedIsToldWithItsPlaceAndWhatIsSo() throws Exception {
        assertThat(differences(TWO_BAD_DAYS + """
              expect:
                - {at: 3d2h, state: {drift: {income: critical, age: ok}}, mails: 1, open: 2}
              mails:
                - {at: 2d7h, subject: "[WARNING]"}
                - {at: 3d7h, to: [a@example.org], count: 2}
                - {at: 7d7h, reply_in: B}
              mails_not: ["[RESOLVED]"]
            """))
                .extracting(difference -> difference.toString().replace(folder + "/tests/", ""))
                .satisfiesExactly(
                        sentence -> assertThat(sentence)
                                .isEqualTo("script.yml:11:9: at 3d2h drift of income credit is warning, not critical"),
                        sentence -> assertThat(sentence).endsWith("at 3d2h drift has seen no window of age yet"),
                        sentence -> assertThat(sentence).endsWith("at 3d2h 0 mails were taken, not 1"),
                        sentence -> assertThat(sentence).endsWith("at 3d2h 1 incidents are open, not 2"),
                        sentence -> assertThat(sentence)
                                .startsWith("script.yml:13:9: 0 mails from 2d7h to 2d7h15m are as claimed, not 1")
                                .contains("\n"
                                        + "      3d7h to a@example.org, b@example.org: [WARNING] credit: income"
                                        + " drifted"),
                        sentence ->
                                assertThat(sentence).contains("14:9: 0 mails").contains("not 2"),
                        sentence ->
                                assertThat(sentence).contains("15:9: 0 mails").contains("does not go on with thread B"),
                        sentence -> assertThat(sentence).contains("no mail has \"[RESOLVED]\""));
    }

    @Test
    void aMailThatNobodyClaimsIsTold() throws Exception {
        assertThat(differences(TWO_BAD_DAYS + "  mails: [{at: 7d7h, subject: RESOLVED}]\n"))
                .extracting(Difference::sentence)
                .containsExactly("a mail that no line of mails claims: 3d7h to a@example.org, b@example.org:"
                        + " [WARNING] credit: income drifted");
        assertThat(differences(TWO_BAD_DAYS + "  expect: [{at: 3d7h, mails: 1}]\n"))
                .as("nothing is claimed of single mails")
                .isEmpty();
    }

    @Test
    void whatComesAndGoesWhileTheServerIsDownAndTheProcessDiesIsOneMail() throws Exception {
        assertThat(differences("""
              given:
                - series: {measurement: quality, model: credit, feature: age}
                  every: 15m
                  fields: {missing_rate: "1%x4 60%x4 1%x8", n: "900"}
              events:
                - {at: 60m, smtp: refuse}
                - {at: 110m, kill: true}
                - {at: 210m, start: true}
                - {at: 5h, smtp: accept}
              expect:
                - {at: 90m, state: {missing: critical}, mails: 0}
                - {at: 209m, state: {missing: critical}, mails: 0}
                - {at: 210m, state: {missing: ok}, mails: 0}
              mails:
                - {at: 5h, subject: "[RESOLVED] credit: age missing", text_has: ["delayed 3 h", "refused the connection"]}
              mails_not: ["[CRITICAL] credit"]
            """))
                .as("windows that close while the process is dead wait for it")
                .isEmpty();
    }

    @Test
    void aServerThatGreylistsGetsTheMailAgainInAWhile() throws Exception {
        assertThat(differences("""
              given:
                - series: {measurement: quality, model: credit, feature: age}
                  every: 15m
                  fields: {missing_rate: "60%x2", n: "900"}
              events: [{at: 0m, smtp: greylist}]
              expect: [{at: 34m, mails: 0}]
              mails: [{at: 35m, subject: "[CRITICAL]", text_has: ["451"]}]
            """)).isEmpty();
    }

    @Test
    void aWindowThatComesLateAndOneThatIsRevisedLeadToTheSameEnd() throws Exception {
        assertThat(differences("""
              given:
                - series: {measurement: drift, model: credit, feature: income}
                  every: 1d
                  fields: {psi: "0.03 0.3 _ 0.03 0.3", n: "1000x2 _ 1000x2"}
                - series: {measurement: drift, model: credit, feature: income}
                  every: 1d
                  from: 2d
                  arrive: 6d
                  fields: {psi: "0.6"}
                - series: {measurement: drift, model: credit, feature: income}
                  every: 1d
                  from: 2d
                  arrive: 7d
                  fields: {psi: "0.05"}
              expect:
                - {at: 5d1h, state: {drift: warning}, open: 1}
                - {at: 9d1h, state: {drift: critical}, open: 1}
                - {at: 10d1h, state: {drift: pending}, open: 0}
            """))
                .as("a day that never came, then as a very bad one, then corrected")
                .isEmpty();
    }

    @Test
    void whatIsMissingResolvesNothing() throws Exception {
        assertThat(differences("""
              given:
                - series: {measurement: drift, model: credit, feature: income}
                  every: 1d
                  fields: {psi: "0.6x2 _x10", n: "1200x4 20x4 _x4"}
              expect: [{at: 12d, state: {drift: {income: critical}}}]
              mails_not: ["[RESOLVED]"]
            """)).isEmpty();
    }

    @Test
    void mistakesAreToldWithTheirPlacesAndWhatWasMeant() throws Exception {
        Path script = script("""
              given:
                - series: {measurement: drift, model: credit, featur: income}
                  every: 1d
                  fields: {pis: "0.1x2", psi: "0.1x2", q_value: "0.5x3"}
                - series: {measurement: quality, model: credit, feature: income}
                  every: 7d
                  from: 1d
                  fields: {missing_rate: "0.1 x3"}
              events: [{at: 1x, smtp: refuse}, {at: 1h, smtp: refused}, {at: 1h, kill: true, start: true}]
              expect:
                - {at: 1d, state: {drft: ok, missing: critcal}}
              mails:
                - {at: 1d, to: a@example.com}
              mail_not: ["x"]
            """);
        assertThatThrownBy(() -> ScriptReader.read(script))
                .isInstanceOf(InvalidYamlException.class)
                .hasMessageContainingAll(
                        "script.yml:6:53: featur is not known here; did you mean feature?",
                        "pis here; did you mean psi?",
                        "every field needs as many values as the others, which is 3, or one",
                        "no window of 7d begins at 2026-03-03T00:00:00Z",
                        "are needed (x5: five windows, _: no value), not x3",
                        "a duration such as 6d1h or +10m is needed, not 1x",
                        "refused is unknown; did you mean refuse?",
                        "an event is one of",
                        "drft is not known here; did you mean drift?",
                        "critcal is unknown; did you mean critical?",
                        "a@example.com is unknown; did you mean a@example.org?",
                        "mail_not is not known here; did you mean mails_not?");
    }

    @Test
    void aScriptWithoutClaimsAndOneOfAnotherVersionAreMistakes() throws Exception {
        Path script = script(TWO_BAD_DAYS);
        assertThatThrownBy(() -> ScriptReader.read(script)).hasMessageContaining("it needs expect or mails");
        Files.writeString(script, Files.readString(script).replace("version: 1", "version: 2\nfiles: [../rule.yml]"));
        assertThatThrownBy(() -> ScriptReader.read(script))
                .hasMessageContainingAll("only version 1 is known", "there is no file");
    }

    private List<Difference> differences(String test) throws IOException, InvalidYamlException {
        Script script = ScriptReader.read(script(test));
        return Rehearsal.of(script).get(0).differences();
    }

    private Path script(String test) throws IOException {
        return Files.writeString(
                folder.resolve("tests/script.yml"),
                "version: 1\nstart: 2026-03-02T00:00:00Z\ntests:\n  - name: it\n" + test.indent(2));
    }
}
