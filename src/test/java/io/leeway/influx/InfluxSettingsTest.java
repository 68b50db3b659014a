package io.leeway.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8086", "https://influx.example/base/path"})
    void aUrlIsOfTheWeb(String url) {
        assertThat(InfluxSettings.of(URI.create(url), "leeway").url()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8086", "ftp://localhost", "http:///path", "/query"})
    void anythingElseIsRefusedWithASentence(String url) {
        assertThatThrownBy(() -> InfluxSettings.of(URI.create(url), "leeway"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://");
    }

    @ParameterizedTest
    @CsvSource({"''", "leeway/autogen"})
    void aDatabaseHasANameThatInfluxQlFinds(String name) {
        assertThatThrownBy(() -> InfluxSettings.of(URI.create("http://localhost:8086"), name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no '/'");
    }

    @Test
    void anOrganisationIsNotEmpty() {
        InfluxSettings settings = InfluxSettings.of(URI.create("http://localhost:8086"), "leeway");
        assertThatThrownBy(() -> settings.withOrganisation("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void socketsSendAtOnce() throws IOException {
        try (Socket socket = new NoDelaySockets().createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }
}
