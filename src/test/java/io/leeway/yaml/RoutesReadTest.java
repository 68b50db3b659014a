package io.leeway.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeway.alert.Level;
import io.leeway.alert.Tags;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import io.leeway.routing.Daily;
import io.leeway.routing.Destination;
import io.leeway.routing.Escalation;
import io.leeway.routing.Hours;
import io.leeway.routing.Pace;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesReadTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String RECEIVERS = """
            version: 1
            time_zone: Europe/Berlin
            mail: {from: leeway@example.org, message_id_domain: example.org}
            receivers:
              team: {email: [team@example.org], limit: {mails: 5, per: 1h, then: digest}}
              lead: {email: [lead@example.org], digest: {at: "08:00", levels: [warning]}}
            route:
              wait: 1m
              repeat_every: 6h
              routes:
                - match: {level: critical, model: ["credit-*", "~fraud.?"]}
                  to: team
                  wait: 0s
                  escalate: [{after: 30m, unless: acknowledged, to: lead}]
                - match: {level: warning}
                  to: lead
                  hours: {days: [mon-wed, fri], from: "08:00", to: "24:00", outside: hold}
            """;
    private static final YamlFile RULES = new YamlFile("rules.yml", """
            version: 1
            rules:
              - rule: feature-drift
                owner: team
                title: "{model} drifted"
                watch: {measurement: drift, window: 1d, per: [model, feature]}
                incident_per: [model]
                levels: {warning: {when: "psi > 0.2"}}
            """);

    @Test
    void aTreeIsReadAndEachNodeHasWhatItsParentSays() throws InvalidYamlException {
        List<Destination> critical = to(Map.of("level", "critical", "model", "fraud2", "owner", "lead"));
        assertThat(critical).extracting(Destination::receiver).containsExactly("team", "lead");
        assertThat(critical.get(0).policy().pace())
                .isEqualTo(new Pace(Duration.ZERO, Duration.ofMinutes(15), Duration.ofHours(6)));
        assertThat(critical.get(1).escalation()).contains(new Escalation(Duration.ofMinutes(30), "lead"));
        Destination warning = to(Map.of("level", "warning")).get(0);
        assertThat(warning.policy().pace().first()).isEqualTo(Duration.ofMinutes(1));
        assertThat(warning.policy().hours())
                .contains(new Hours(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(8, 0),
                        LocalTime.MIDNIGHT,
                        BERLIN,
                        Hours.Outside.HOLD));
    }

    @Test
    void whatNoRouteNamesGoesToTheOwnerOfTheRule() throws InvalidYamlException {
        assertThat(to(Map.of("level", "critical", "model", "churn", "owner", "lead")))
                .extracting(Destination::receiver)
                .containsExactly("lead");
    }

    @Test
    void digestsAndLimitsAreRead() throws InvalidYamlException {
        Receivers receivers = receivers();
        assertThat(receivers.receiver("team").orElseThrow().limit())
                .isEqualTo(new Receiver.Limit(5, Duration.ofHours(1)));
        assertThat(receivers.receiver("lead").orElseThrow().digest())
                .contains(new Receiver.Digest(new Daily(LocalTime.of(8, 0), BERLIN), Set.of(Level.WARNING)));
    }

    /** Replaces the first text by the second in the receivers above; the problem stands at the line and column. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "to: team           | to: taem            | 12:11 | taem is unknown; did you mean team?",
                "level: critical    | levle: critical     | 11:15 | no incident has the label levle; did you mean level?",
                "\"~fraud.?\"       | \"~fraud(\"         | 11:52 | ~fraud( is no regular expression: Unclosed group at 6",
                "escalate:          | escalat:            | 14:7  | escalat is not known here; did you mean escalate?",
                "unless: acknowledged | unless: ack       | 14:39 | ack is unknown; there is acknowledged",
                "outside: hold      | outside: hodl       | 17:74 | hodl is unknown; did you mean hold?",
                "mon-wed            | mon-wde             | 17:22 | days are written mon, tue, wed, thu, fri, sat, sun or as mon-fri, not mon-wde",
                "from: \"08:00\"    | from: 8:00          | 17:43 | a time of day in quotes, such as \"08:00\", is needed, not 8:00",
                "Europe/Berlin      | Europe/Belrin       | 2:12  | a time zone such as Europe/Berlin or UTC is needed, not Europe/Belrin",
                "then: digest       | then: drop          | 5:70  | drop is unknown; there is digest",
                "wait: 1m           | wait: 60d           | 8:9   | wait is at most 30d",
                "wait: 1m           | match: {level: critical} | 8:3 | the first route takes everything: it has neither match nor continue",
                "match: {level: warning} | wait: 3s       | 15:7 | a route below the first needs match, such as {level: critical}"
            })
    void everyMistakeIsToldWithItsPlaceAndWhatToWriteInstead(
            String text, String mistake, String place, String sentence) {
        assertThat(RECEIVERS).contains(text);
        YamlFile file = new YamlFile("receivers.yml", RECEIVERS.replace(text, mistake));
        InvalidYamlException invalid =
                catchThrowableOfType(InvalidYamlException.class, () -> AlertFiles.of(List.of(RULES, file)));
        assertThat(invalid).as("the files were accepted").isNotNull();
        assertThat(invalid.problems())
                .extracting(YamlProblem::toString)
                .contains("receivers.yml:" + place + ": " + sentence);
    }

    private static List<Destination> to(Map<String, String> labels) throws InvalidYamlException {
        return Destination.of(receivers().route(), new Tags(labels));
    }

    private static Receivers receivers() throws InvalidYamlException {
        return AlertFiles.of(List.of(RULES, new YamlFile("receivers.yml", RECEIVERS)))
                .receivers();
    }
}
