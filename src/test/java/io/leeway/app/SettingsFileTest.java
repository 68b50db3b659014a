package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.yaml.InvalidYamlException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static Settings read(Map<String, String> environment) throws Exception {
        return SettingsFile.read(Optional.empty(), environment);
    }
}
