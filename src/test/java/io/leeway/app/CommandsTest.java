package io.leeway.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    void allIsFineWithoutAnyFile() throws Exception {
        Leeway leeway = Leeway.run(Map.of("LEEWAY_DATA", folder.toString()), "check");
        assertThat(leeway.said()).contains("Fine.", "series go to the embedded store", folder.toString());
        assertThat(leeway.exitCode()).isZero();
    }

    @Test
    void aBrokenTokensFileIsToldBeforeItKeepsAServiceFromStarting() throws Exception {
        Path tokens = Files.writeString(folder.resolve("tokens"), "nonsense");
        Leeway leeway = Leeway.run(Map.of("LEEWAY_AUTH_TOKENS_FILE", tokens.toString()), "check");
        assertThat(leeway.said()).contains("the tokens file " + tokens + " cannot be used: line 1");
        assertThat(leeway.exitCode()).isEqualTo(1);
    }

    @Test
    void everyProblemOfTheConfigurationIsToldWithItsPlace() throws Exception {
        Path file = write("http:\n  port: 80800\nseries: postgres\nfoo: 1\n");
        Leeway leeway = Leeway.run(Map.of(), "check", "--config", file.toString());
        assertThat(leeway.said()).contains(file + ":2:9", file + ":3:9", file + ":4:1");
        assertThat(leeway.exitCode()).isEqualTo(1);
    }

    @Test
    void aRouteIsShownWithItsHours() throws Exception {
        Path alerts = Files.createDirectory(folder.resolve("alerts"));
        Files.writeString(alerts.resolve("receivers.yml"), """
                version: 1
                mail: {from: leeway@example.org, message_id_domain: example.org}
                receivers: {team: {email: [team@example.org]}, lead: {email: [lead@example.org]}}
                route:
                  routes:
                    - match: {level: warning}
                      to: lead
                      hours: {days: mon-fri, from: "08:00", to: "18:00", zone: Europe/Berlin, outside: hold}
                """);
        Files.writeString(alerts.resolve("rules.yml"), """
                version: 1
                rules:
                  - rule: drift
                    owner: team
                    title: "{model} drifted"
                    watch: {measurement: drift, window: 1d, per: [model, feature]}
                    levels: {warning: {when: "psi > 0.2"}}
                """);
        Map<String, String> environment = Map.of("LEEWAY_ALERTS", alerts.toString());
        assertThat(Leeway.run(
                                environment,
                                "alerts",
                                "route",
                                "rule=drift",
                                "level=warning",
                                "--at",
                                "2026-03-14T02:00:00Z")
                        .said())
                .contains("lead, by all > level=warning", "first mail 2026-03-16T07:00:00Z, when the hours begin");
        assertThat(Leeway.run(
                                environment,
                                "alerts",
                                "route",
                                "rule=drift",
                                "level=critical",
                                "--at",
                                "2026-03-14T02:00:00Z")
                        .said())
                .contains("team, by all", "first mail 2026-03-14T02:00:30Z");
        Leeway misspelt = Leeway.run(environment, "alerts", "route", "levle=critical");
        assertThat(misspelt.said()).contains("did you mean level?");
        assertThat(misspelt.exitCode()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        Path file = folder.resolve("missing.yml");
        Leeway leeway = Leeway.run(Map.of(), "serve", "--config", file.toString());
        assertThat(leeway.said()).contains(file.toString()).doesNotContain("\tat ");
        assertThat(leeway.exitCode()).isEqualTo(1);
    }

    @Test
    void aDamagedJournalIsOneSentenceWithFilePlaceAndWayOut() throws Exception {
        try (Stores stores = Stores.open(folder)) {
            for (String entry : List.of("first", "second", "third")) {
                stores.journal().append(List.of(entry.getBytes(UTF_8)));
            }
        }
        Path segment = onlySegment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[70] ^= 1;
        Files.write(segment, bytes);
        Leeway leeway = Leeway.run(Map.of("LEEWAY_DATA", folder.toString(), "LEEWAY_HTTP_PORT", "0"), "serve");
        assertThat(leeway.said())
                .startsWith("the journal is damaged: entry 0 in " + segment + " at byte 64")
                .contains("bring the whole data folder back from a copy")
                .hasLineCount(1);
        assertThat(leeway.exitCode()).isEqualTo(1);
    }

    @Test
    void aJournalThatWasTakenAwayIsMissed() throws Exception {
        Service service = Service.start(Settings.embedded(folder, 0), InstantSource.system());
        Shop.open(new Caller(service.address()));
        service.stop();
        Files.delete(onlySegment());
        Leeway leeway = Leeway.run(Map.of("LEEWAY_DATA", folder.toString(), "LEEWAY_HTTP_PORT", "0"), "serve");
        assertThat(leeway.said()).contains("files of the journal are missing").doesNotContain("\tat ");
        assertThat(leeway.exitCode()).isEqualTo(1);
    }

    @Test
    void aCommandThatDoesNotExistIsWrongUsage() throws Exception {
        Leeway leeway = Leeway.run(Map.of(), "observe");
        assertThat(leeway.said()).contains("observe");
        assertThat(leeway.exitCode()).isEqualTo(2);
    }

    private Path onlySegment() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("leeway.yml"), text);
    }
}
