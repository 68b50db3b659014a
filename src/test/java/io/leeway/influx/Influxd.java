package io.leeway.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leeway.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real InfluxDB 1.x of the test's own: on free ports of the loopback address, in a folder of the test. */
public final class Influxd implements AutoCloseable {
    private final Program program;
    private final Path folder;
    private final int port;
    private final String settings;
    private Process process;

    private Influxd(Program program, Path folder, String settings) throws IOException {
        this.program = program;
        this.folder = folder;
        this.port = freePort();
        this.settings = settings;
        this.process = launch();
    }

    /** Starts one; skips the test where the program is missing, unless it is required. */
    public static Influxd start(Path folder) throws IOException {
        return start(folder, "");
    }

    /**
     * Starts one with settings.
     *
     * @param settings lines for the section {@code [http]}, for example {@code auth-enabled = true}
     */
    public static Influxd start(Path folder, String settings) throws IOException {
        Program program = Program.find("influxd");
        Influxd server = new Influxd(program, folder, settings);
        server.awaitAnswer();
        return server;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Has an InfluxQL statement done. */
    public void query(String statement) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url().resolve("/query?q=" + URLEncoder.encode(statement, UTF_8)))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        if (answer.contains("error")) {
            throw new IOException(statement + ": " + answer);
        }
    }

    /** Ends the server as a crash would. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts it again on its port and data. */
    public void restart() throws IOException {
        process = launch();
        awaitAnswer();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private Process launch() throws IOException {
        Path config = folder.resolve("influxdb.conf");
        Files.writeString(config, config(freePort()), UTF_8);
        return new ProcessBuilder(program.toString(), "run", "-config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("influxd.log").toFile())
                .start();
    }

    private String config(int backupPort) {
        return """
                reporting-disabled = true
                bind-address = "127.0.0.1:%d"
                [meta]
                dir = "%s/meta"
                [data]
                dir = "%s/data"
                wal-dir = "%s/wal"
                index-version = "inmem"
                query-log-enabled = false
                [monitor]
                store-enabled = false
                [ifql]
                enabled = false
                [http]
                bind-address = "127.0.0.1:%d"
                log-enabled = false
                %s
                """.formatted(backupPort, folder, folder, folder, port, settings);
    }

    private void awaitAnswer() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ping = HttpRequest.newBuilder(url().resolve("/ping")).build();
        Awaitility.await("influxd answers; see " + folder.resolve("influxd.log"))
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(ping, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 204);
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                Process unused = process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
