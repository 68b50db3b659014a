package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.mail.FaultyServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be tried before it is needed. */
class AlertsCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void aDrillIsARealMailAndTellsWhatBecameOfIt() throws Exception {
        try (FaultyServer server = new FaultyServer()) {
            Path config = config(server.port());
            assertThat(run("alerts", "drill", "--receiver", "on-call", "--config", config.toString()))
                    .isZero();
            assertThat(said.toString()).contains("a@example.org: taken", "b@example.org: taken");
            assertThat(server.taken().get(0).header("Subject")).startsWith("[DRILL]");
            server.answering("RCPT TO:<b", "550 no such user");
            assertThat(run("alerts", "drill", "--receiver", "on-call", "--config", config.toString()))
                    .isEqualTo(1);
            assertThat(said.toString()).contains("b@example.org: refused for good", "550 no such user");
        }
    }

    @Test
    void aReceiverThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
        assertThat(run(
                        "alerts",
                        "drill",
                        "--receiver",
                        "nobody",
                        "--config",
                        config(1).toString()))
                .isEqualTo(1);
        assertThat(said.toString()).contains("There is no receiver nobody", "on-call");
    }

    @Test
    void aSignOfLifeForNobodyIsAMistake() throws Exception {
        Path config = config(1);
        Path receivers = folder.resolve("alerts/receivers.yml");
        String mail = "message_id_domain: example.org\n  heartbeat: {to: on-cal, at: \"08:00\"}";
        Files.writeString(receivers, Files.readString(receivers).replace("message_id_domain: example.org", mail));
        assertThat(run("check", "--config", config.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("heartbeat goes to on-cal, who is no receiver", "on-call");
    }

    @Test
    void aMailIsRenderedForEveryRule() throws Exception {
        Path out = folder.resolve("mails");
        assertThat(run("alerts", "render", "--config", config(1).toString(), "--out", out.toString()))
                .isZero();
        assertThat(said.toString()).doesNotContain("no numbers could be invented");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("feature-drift.eml", "feature-drift.html", "feature-drift.png", "bad-inputs.html");
        }
        assertThat(out.resolve("feature-drift.html")).content().contains("data:image/png;base64,", "sample-feature");
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
    }

    private Path config(int port) throws Exception {
        Path alerts = Files.createDirectories(folder.resolve("alerts"));
        for (String file : new String[] {"drift.yml", "quality.yml", "performance.yml"}) {
            Files.writeString(alerts.resolve(file), Files.readString(Path.of("alerts", file)));
        }
        Files.writeString(alerts.resolve("receivers.yml"), """
                version: 1
                mail:
                  from: leeway@example.org
                  message_id_domain: example.org
                  servers: [{host: 127.0.0.1, port: %d, tls: none}]
                receivers:
                  on-call: {email: [a@example.org, b@example.org]}
                """.formatted(port));
        return Files.writeString(
                folder.resolve("leeway.yml"), "data: " + folder.resolve("data") + "\nalerts: " + alerts + "\n");
    }
}
