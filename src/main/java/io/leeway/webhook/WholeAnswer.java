package io.leeway.webhook;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls that end within a patience, their answer's body included: the limit of a request itself ends with the head. */
public final class WholeAnswer {
    private WholeAnswer() {}

    /**
     * The status of an answer that has come whole.
     *
     * @throws ExecutionException when the other side is not reached or speaks no HTTP; the cause says which
     * @throws TimeoutException when patience ends first
     */
    public static int status(HttpClient client, HttpRequest request, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<Void>> call = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } finally {
            boolean unused = call.cancel(true);
        }
    }
}
