package io.leeway.app.verticle;

import io.leeway.webhook.WholeAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A call that says that all is well, to an address that is a secret: whoever knows it can say so too. It is never printed.
 *
 * @param urlFile read at each call
 */
record Ping(String urlFile) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** What kept it from being heard, if anything did. */
    Optional<String> send() {
        try {
            URI address = URI.create(Files.readString(Path.of(urlFile)).strip());
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
            int status = WholeAnswer.status(CLIENT, request, PATIENCE);
            return status / 100 == 2 ? Optional.empty() : Optional.of("the ping was answered " + status);
        } catch (IOException | IllegalArgumentException | ExecutionException | TimeoutException e) {
            return Optional.of("the ping was not heard: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the ping was interrupted");
        }
    }
}
