package io.leeway.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.alert.Incident;
import io.leeway.alert.Observation;
import io.leeway.alert.Tags;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import io.leeway.yaml.YamlFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two days of three that drift, from Tuesday on, known two hours behind their end. */
class BacktestTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final List<Arrival> HISTORY = IntStream.range(0, 6)
            .mapToObj(day -> day(day, day == 1 || day == 2 ? .3 : .05))
            .toList();

    @Test
    void incidentsAndMailsAreThoseTheServiceWouldHaveMade() throws InvalidYamlException {
        Backtest test = Backtest.of(alerts("psi > 0.2", ""), HISTORY);
        assertThat(test.incidents()).extracting(Incident::title).containsExactly("credit: age drifted");
        assertThat(test.mails())
                .extracting(mail -> mail.at() + " " + mail.subject())
                .containsExactly(
                        "2026-03-05T02:00:00Z [CRITICAL] credit: age drifted",
                        "2026-03-07T02:00:00Z [RESOLVED] credit: age drifted");
        assertThat(test.people()).containsExactly("a@example.org", "b@example.org");
        assertThat(test.mailsTo("a@example.org")).isEqualTo(2);
    }

    @Test
    void aNightIsThatOfTheZoneAndCountsByTheDayOnWhichItBegan() throws InvalidYamlException {
        Backtest test = Backtest.of(alerts("psi > 0.2", ""), HISTORY);
        assertThat(test.nights("a@example.org", ZoneOffset.UTC))
                .containsExactlyInAnyOrderEntriesOf(Map.of(LocalDate.of(2026, 3, 4), 1L, LocalDate.of(2026, 3, 6), 1L));
        assertThat(test.nights("a@example.org", ZoneId.of("Asia/Tokyo")))
                .as("11 in the morning")
                .isEmpty();
        assertThat(test.nights("a@example.org", ZoneId.of("America/Chicago")))
                .as("8 in the evening")
                .isEmpty();
        assertThat(test.nights("a@example.org", ZoneId.of("America/Halifax")))
                .as("10 in the evening")
                .containsOnlyKeys(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 6));
        assertThat(test.nights("nobody@example.org", ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void anotherRuleAndAnotherRouteGiveAnotherResult() throws InvalidYamlException {
        assertThat(Backtest.of(alerts("psi > 0.5", ""), HISTORY).incidents()).isEmpty();
        Backtest held = Backtest.of(
                alerts("psi > 0.2", "route: {hours: {days: mon-fri, from: \"08:00\", to: \"18:00\", outside: hold}}"),
                HISTORY);
        assertThat(held.nights("a@example.org", ZoneOffset.UTC)).isEmpty();
        assertThat(held.mails()).hasSize(2);
    }

    @Test
    void whatWaitsForMondayIsToldAlthoughTheHistoryEndsBefore() throws InvalidYamlException {
        String route = "route: {hours: {days: mon-fri, from: \"08:00\", to: \"18:00\", outside: hold}}";
        List<Arrival> friday = List.of(day(3, .3), day(4, .3));
        assertThat(Backtest.of(alerts("psi > 0.2", route), friday).mails())
                .extracting(TakenMail::at)
                .containsExactly(MONDAY.plus(Duration.ofDays(7).plusHours(8)));
        assertThat(Backtest.of(alerts("psi > 0.2", route), List.of()).mails()).isEmpty();
    }

    private static Arrival day(int day, double psi) {
        Instant start = MONDAY.plus(Duration.ofDays(day));
        Instant end = start.plus(Duration.ofDays(1));
        Tags tags =
                new Tags(Map.of("model", "credit", "version", "*", "segment", "all", "window", "1d", "feature", "age"));
        return new Arrival(
                end.plus(Duration.ofHours(2)),
                new Observation("drift", tags, start, end, true, 1, 1000, Map.of("psi", psi), ""));
    }

    private static AlertFiles alerts(String when, String route) throws InvalidYamlException {
        YamlFile rules = new YamlFile("rules.yml", """
            version: 1
            rules:
              - rule: drift
                owner: team
                title: "{model}: {names} drifted"
                watch: {measurement: drift, window: 1d, per: [model, feature]}
                incident_per: [model]
                levels: {critical: {when: "%s", for: {breaches: 2, of: 3}}}
                clear: {when: "psi < 0.1", for: {breaches: 2, of: 2}}
            """.formatted(when));
        YamlFile receivers = new YamlFile("receivers.yml", """
            version: 1
            mail: {from: leeway@example.org, message_id_domain: example.org, servers: []}
            receivers: {team: {email: [a@example.org, b@example.org]}}
            %s
            """.formatted(route));
        return AlertFiles.of(List.of(rules, receivers));
    }
}
