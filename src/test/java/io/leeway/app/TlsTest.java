package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with files, as a client sees it that checks certificates. */
class TlsTest {
    @TempDir
    private Path folder;

    @Test
    void newFilesAreUsedWithoutARestartAndBrokenOnesAreNot() throws Exception {
        PemFiles first = PemFiles.make(folder, "first");
        PemFiles second = PemFiles.make(folder, "second");
        Service service = start(first.writeTo(folder));
        assertThat(service.address()).hasScheme("https");
        HttpClient stays = first.client();
        assertThat(get(stays, service, "/healthz").headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
        assertThatThrownBy(() -> get(second.client(), service, "/healthz")).isInstanceOf(SSLHandshakeException.class);

        Files.writeString(folder.resolve("key.pem"), second.key());
        soon(() -> get(first.client(), service, "/readyz").body().contains("the key is not the certificate's"));
        assertThat(get(first.client(), service, "/readyz").statusCode()).isEqualTo(200);

        Settings.Pem unused = second.writeTo(folder);
        soon(() -> works(second.client(), service));
        assertThatThrownBy(() -> get(first.client(), service, "/healthz")).isInstanceOf(SSLHandshakeException.class);
        assertThat(get(stays, service, "/readyz").body()).contains("{\"name\":\"keys\",\"state\":\"up\"");

        Files.writeString(folder.resolve("certificate.pem"), "nonsense");
        soon(() ->
                get(second.client(), service, "/readyz").body().contains("they are not a certificate and a private"));
        assertThat(works(second.client(), service)).isTrue();
        service.stop();
        assertThat(unused.key()).exists();
    }

    @Test
    void oldProtocolsAreRefused() throws Exception {
        PemFiles pem = PemFiles.make(folder, "old");
        Service service = start(pem.writeTo(folder));
        try (SSLSocket socket =
                (SSLSocket) pem.context().getSocketFactory().createSocket("127.0.0.1", service.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
        for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
            try (SSLSocket socket =
                    (SSLSocket) pem.context().getSocketFactory().createSocket("127.0.0.1", service.port())) {
                socket.setEnabledProtocols(new String[] {protocol});
                socket.startHandshake();
                assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
            }
        }
        service.stop();
    }

    @Test
    void aServiceDoesNotStartWithKeysThatCannotBeUsed() throws Exception {
        Settings.Pem pem = PemFiles.make(folder, "first").writeTo(folder);
        Files.writeString(pem.key(), PemFiles.make(folder, "second").key());
        assertThatThrownBy(() -> start(pem))
                .isInstanceOf(IOException.class)
                .hasMessage("the certificate and key of http.tls cannot be used: the key is not the certificate's");
    }

    private Service start(Settings.Pem pem) throws Exception {
        Settings usual = Settings.embedded(folder.resolve("data"), 0);
        Settings.Access access = new Settings.Access(Optional.empty(), Optional.of(pem), Settings.Access.KEEP_AUDIT);
        Settings.Http http = new Settings.Http("127.0.0.1", 0, access);
        return Service.start(usual.withHttp(http), new LogClock(Shop.MONDAY));
    }

    private static boolean works(HttpClient client, Service service) throws Exception {
        try {
            return get(client, service, "/healthz").statusCode() == 200;
        } catch (SSLHandshakeException notYet) {
            return false;
        }
    }

    private static HttpResponse<String> get(HttpClient client, Service service, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(service.address().resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void soon(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(20)).until(holds);
    }
}
