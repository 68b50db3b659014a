package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.ingest.Limit;
import io.leeway.yaml.InvalidYamlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrongIsToldOnceHoweverOftenItIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("leeway.yml"), "http:\n  port: 1\n  port: 2\n");
        assertThatThrownBy(() -> SettingsFile.read(Optional.of(file), Map.of()))
                .hasMessage(file + ":3:3: port is there twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | write auth: {tokens_file: ...}",
                "http: {tls: none} | write auth: {tokens_file: ...}",
                "auth: {tokens_file: t} | write http.tls: {certificate: ..., key: ...}",
                "auth: {tokens_file: t}\\nhttp: {tls: {certificate: c}} | key is missing here",
                "auth: {} | tokens_file is missing here",
                "auth: {token_file: t} | did you mean tokens_file?",
                "auth: nome | did you mean none?",
                "http: {tls: off} | off is unknown; there is none"
            })
    void whatCanBeReachedFromOutsideMustHaveDoors(String yaml, String problem) throws Exception {
        Path file = Files.writeString(folder.resolve("leeway.yml"), yaml.replace("\\n", "\n"));
        assertThatThrownBy(() -> SettingsFile.read(Optional.of(file), Map.of("LEEWAY_HTTP_HOST", "0.0.0.0")))
                .isInstanceOf(InvalidYamlException.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth: none | |",
                "{auth: {tokens_file: t}, http: {tls: none}} | t |",
                "{auth: {tokens_file: t}, http: {tls: {certificate: c, key: k}}} | t | c k"
            })
    void whatIsWrittenOpensThem(String yaml, String tokens, String pem) throws Exception {
        Path file = Files.writeString(folder.resolve("leeway.yml"), yaml);
        Settings.Http http = SettingsFile.read(Optional.of(file), Map.of("LEEWAY_HTTP_HOST", "0.0.0.0"))
                .http();
        assertThat(http.host()).isEqualTo("0.0.0.0");
        assertThat(http.access().tokens()).isEqualTo(Optional.ofNullable(tokens).map(Path::of));
        assertThat(http.access().tls().map(it -> it.certificate() + " " + it.key()))
                .isEqualTo(Optional.ofNullable(pem));
    }

    @Test
    void theEnvironmentWinsOverTheFileAtTheDoorsToo() throws Exception {
        Path file = Files.writeString(
                folder.resolve("leeway.yml"), "auth: {tokens_file: t}\nhttp: {tls: {certificate: c, key: k}}\n");
        Map<String, String> others = Map.of(
                "LEEWAY_AUTH_TOKENS_FILE", "u",
                "LEEWAY_HTTP_TLS_CERTIFICATE", "d",
                "LEEWAY_HTTP_TLS_KEY", "l",
                "LEEWAY_AUDIT_KEEP", "30d");
        assertThat(SettingsFile.read(Optional.of(file), others).http().access())
                .isEqualTo(new Settings.Access(
                        Optional.of(Path.of("u")),
                        Optional.of(new Settings.Pem(Path.of("d"), Path.of("l"))),
                        Duration.ofDays(30)));
        Map<String, String> none = Map.of("LEEWAY_AUTH", "none", "LEEWAY_HTTP_TLS", "none");
        assertThat(SettingsFile.read(Optional.of(file), none).http().access()).isEqualTo(Settings.Access.unasked());
    }

    @Test
    void halfAPairOrTwoAnswersInTheEnvironmentAreRefused() {
        assertThatThrownBy(() -> read(Map.of("LEEWAY_HTTP_TLS_KEY", "k"))).hasMessageContaining("TLS takes both");
        assertThatThrownBy(() -> read(Map.of("LEEWAY_AUTH", "none", "LEEWAY_AUTH_TOKENS_FILE", "t")))
                .hasMessageContaining("give one of the two");
    }

    @Test
    void incidentsAreKeptAsLongAsIsSaid() throws Exception {
        assertThat(read(Map.of()).keepIncidents()).isEqualTo(Duration.ofDays(400));
        assertThat(read(Map.of("LEEWAY_KEEP_INCIDENTS", "30d")).keepIncidents()).isEqualTo(Duration.ofDays(30));
        assertThatThrownBy(() -> read(Map.of("LEEWAY_KEEP_INCIDENTS", "a year")))
                .hasMessageContaining("must be a duration such as 400d");
    }

    @Test
    void whatIsNotKnownIsRefusedInsteadOfGivingAFalseSenseOfSafety() {
        assertThatThrownBy(() -> read(Map.of("LEEWAY_AUTH", "token")))
                .isInstanceOf(InvalidYamlException.class)
                .hasMessageContaining("token is unknown");
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void everyLimitCanBeSetInTheFileAndInTheEnvironmentAndStandsInTheReadme(Limit limit) throws Exception {
        String variable = "LEEWAY_" + limit.key().replace('.', '_').toUpperCase(Locale.ROOT);
        String[] path = limit.key().split("\\.", 2);
        Path file = Files.writeString(
                folder.resolve("leeway.yml"), path[0] + ":\n  " + path[1] + ": " + limit.least() + "\n");
        assertThat(SettingsFile.read(Optional.of(file), Map.of()).limits().most(limit))
                .isEqualTo(limit.least());
        assertThat(read(Map.of(variable, Long.toString(limit.most()))).limits().most(limit))
                .isEqualTo(limit.most());
        assertThatThrownBy(() -> read(Map.of(variable, Long.toString(limit.most() + 1))))
                .isInstanceOf(InvalidYamlException.class);
        assertThat(Files.readString(Path.of("README.md")))
                .contains("| `" + limit.key() + "` | " + limit.usual() + " |");
    }

    private static Settings read(Map<String, String> environment) throws Exception {
        return SettingsFile.read(Optional.empty(), environment);
    }
}
