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

    @Test
    void listeningBeyondLoopbackMustBeWantedInSoManyWords() throws Exception {
        assertThatThrownBy(() -> read(Map.of("LEEWAY_HTTP_HOST", "0.0.0.0")))
                .isInstanceOf(InvalidYamlException.class)
                .hasMessageContaining("write auth: none");
        Settings settings = read(Map.of("LEEWAY_HTTP_HOST", "0.0.0.0", "LEEWAY_AUTH", "none"));
        assertThat(settings.http().host()).isEqualTo("0.0.0.0");
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
