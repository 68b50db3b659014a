package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    void everyProblemOfTheConfigurationIsToldWithItsPlace() throws Exception {
        Path file = write("http:\n  port: 80800\nseries: postgres\nfoo: 1\n");
        Leeway leeway = Leeway.run(Map.of(), "check", "--config", file.toString());
        assertThat(leeway.said()).contains(file + ":2:9", file + ":3:9", file + ":4:1");
        assertThat(leeway.exitCode()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws Exception {
        Path file = folder.resolve("missing.yml");
        Leeway leeway = Leeway.run(Map.of(), "serve", "--config", file.toString());
        assertThat(leeway.said()).contains(file.toString()).doesNotContain("\tat ");
        assertThat(leeway.exitCode()).isEqualTo(1);
    }

    @Test
    void aCommandThatDoesNotExistIsWrongUsage() throws Exception {
        Leeway leeway = Leeway.run(Map.of(), "observe");
        assertThat(leeway.said()).contains("observe");
        assertThat(leeway.exitCode()).isEqualTo(2);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("leeway.yml"), text);
    }
}
