package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir
    private Path folder;

    @Test
    void aSecretNeverPrints() {
        Access token = new Access.Token(Secret.of("t0ken"));
        Access password = new Access.Password("leeway", Secret.of("t0ken"));
        InfluxSettings settings =
                InfluxSettings.of(URI.create("http://localhost:8086"), "leeway").withAccess(password);
        assertThat(token + " " + password + " " + settings)
                .doesNotContain("t0ken")
                .contains("(secret)");
    }

    @Test
    void aFilesLastLineFeedIsNoPartOfIt() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "t0ken\n");
        assertThat(Secret.in(file).reveal()).isEqualTo("t0ken");
    }

    @Test
    void anEmptyFileHoldsNoSecret() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "\n");
        assertThatThrownBy(() -> Secret.in(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> Secret.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
