package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.ingest.Limit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers that drip, that say nothing, that are too many, or that speak no HTTP. */
@Timeout(60)
class SlowCallersTest extends ServedApi {
    private static final String POST = "POST " + PREDICTIONS + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + NDJSON
            + "\r\nContent-Length: 5000\r\n\r\n";

    @Override
    Bounds bounds() {
        return new Bounds(
                BOUNDS.allowed()
                        .with(Limit.IDLE_SECONDS, 1)
                        .with(Limit.BODY_SECONDS, 1)
                        .with(Limit.CONNECTIONS, 2),
                BOUNDS.patience());
    }

    @Test
    void aHeadThatDripsIsNotWaitedFor() throws Exception {
        assertThat(dripping("GET /healthz HTTP/1.1\r\nX-Slow: ")).isEmpty();
        counts(Limit.IDLE_SECONDS);
    }

    @Test
    void aSecondHeadThatDripsIsNotWaitedForEither() throws Exception {
        assertThat(dripping("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nX-Slow: "))
                .startsWith("HTTP/1.1 200 OK");
        counts(Limit.IDLE_SECONDS);
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws Exception {
        try (Socket socket = connected()) {
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aBodyThatDripsIsToldSoAndItsConnectionClosed() throws Exception {
        assertThat(dripping(POST))
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json", "The body did not come within 1 seconds");
        counts(Limit.BODY_SECONDS);
    }

    @Test
    void aConnectionTooManyIsToldSoAndWhenToComeBack() throws Exception {
        try (Socket first = connected();
                Socket second = connected()) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            assertThat(asked("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("Retry-After: 5", "There are too many connections");
        }
        counts(Limit.CONNECTIONS);
        await().until(() -> asked("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 200 OK"));
    }

    @Test
    void aFloodOfConnectionsIsClosedWithoutAWord() throws Exception {
        await().until(() -> {
            List<Socket> flood = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                flood.add(connected());
            }
            boolean closed = isClosed(flood.get(149));
            for (Socket socket : flood) {
                socket.close();
            }
            return closed;
        });
        counts(Limit.CONNECTIONS);
    }

    @Test
    void whatIsNoRequestIsAnsweredWithASentence() throws Exception {
        assertThat(asked("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 414 ", "application/problem+json", "The address is too long");
        assertThat(asked("GET / HTTP/1.1\r\nX: " + "x".repeat(9_000) + "\r\n\r\n"))
                .contains(" 431 ", "application/problem+json", "The header fields are too long");
        assertThat(asked("\u0000\u0001 what\r\n\r\n"))
                .contains(" 400 ", "application/problem+json", "This is not HTTP");
    }

    /** Whether nothing is answered, and that before a surplus connection that was heard would have been told. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            socket.setSoTimeout((int) Duration.ofMillis(500).toMillis());
            return socket.getInputStream().read() == -1;
        } catch (SocketTimeoutException waitingToBeTold) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private void counts(Limit limit) {
        await().untilAsserted(() ->
                assertThat(counted.all.get("beyond " + limit.text())).isPositive());
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort());
    }

    /** All that is answered until the other side closes. */
    private String asked(String request) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The same, while the request goes on byte by byte, so that no connection is ever idle. */
    private String dripping(String begun) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = connected()) {
            socket.setSoTimeout((int) Duration.ofMillis(100).toMillis());
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
            for (int octet = read(socket); octet != -1; octet = read(socket)) {
                if (octet >= 0) {
                    answer.write(octet);
                } else {
                    socket.getOutputStream().write('x');
                }
            }
        } catch (IOException reset) {
            assertThat(reset).as("closed while it dripped").isNotInstanceOf(SocketTimeoutException.class);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** -1 at the end, -2 if nothing has come for a while. */
    private static int read(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            return -2;
        }
    }
}
