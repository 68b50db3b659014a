package io.leeway.webhook;

import io.leeway.notify.Fate;
import io.leeway.notify.Fate.Cause;
import io.leeway.notify.Mailer;
import io.leeway.notify.Receiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Delivers to addresses that begin with {@code http}, and leaves all others to mail. A call carries the body and the header
 * {@code Leeway-Signature}; the same news have the same {@code Idempotency-Key} however often they come. Calls end within
 * 10 seconds. 2xx took it; 408, 425, 429 and 5xx may later; every other answer never will.
 */
public final class Webhooks implements Mailer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<Integer> LATER = List.of(408, 425);
    /** Whoever answers so answers the next call in the same way. */
    private static final List<Integer> OVERLOADED = List.of(429, 503);

    private final Mailer mails;
    private final Function<byte[], String> body;
    private final Optional<String> secretFile;
    private final Duration patience;
    private final HttpClient client;

    /**
     * A way out beside mail.
     *
     * @param body makes the JSON of a mail
     * @param secretFile what signs, read at each call; empty: nothing is signed
     */
    public Webhooks(Mailer mails, Function<byte[], String> body, Optional<String> secretFile) {
        this(mails, body, secretFile, PATIENCE);
    }

    /** One that is less patient. */
    Webhooks(Mailer mails, Function<byte[], String> body, Optional<String> secretFile, Duration patience) {
        this.mails = mails;
        this.body = body;
        this.secretFile = secretFile;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Map<String, Fate> deliver(Envelope envelope) {
        Map<String, Fate> fates = new HashMap<>();
        List<String> others = envelope.recipients().stream()
                .filter(address -> !Receiver.isWebhook(address))
                .toList();
        if (!others.isEmpty()) {
            fates.putAll(mails.deliver(new Envelope(envelope.name(), others, envelope.mail())));
        }
        envelope.recipients().stream()
                .filter(Receiver::isWebhook)
                .forEach(address -> fates.put(address, call(address, envelope)));
        return fates;
    }

    @Override
    public void close() {
        mails.close();
    }

    @Override
    public Optional<String> trouble() {
        return mails.trouble();
    }

    @Override
    public void forget(String incident) {
        mails.forget(incident);
    }

    private Fate call(String address, Envelope envelope) {
        try {
            return fate(WholeAnswer.status(client, request(address, envelope), patience));
        } catch (IOException e) {
            return new Fate.Deferred(
                    Cause.CONFIGURATION,
                    "webhook_secret_file cannot be read: " + e.getClass().getSimpleName());
        } catch (IllegalArgumentException e) {
            return new Fate.Deferred(Cause.MAIL, "the webhook cannot be called: " + e.getMessage());
        } catch (TimeoutException e) {
            return notReached(e);
        } catch (ExecutionException e) {
            return notReached(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fate.Deferred(Cause.MAIL, "the call was interrupted");
        }
    }

    private static Fate notReached(Throwable why) {
        return new Fate.Deferred(
                Cause.SERVER, "the webhook was not reached: " + why.getClass().getSimpleName());
    }

    private HttpRequest request(String address, Envelope envelope) throws IOException {
        byte[] json = body.apply(envelope.mail()).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("User-Agent", "leeway")
                .header("Idempotency-Key", envelope.name())
                .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        if (secretFile.isPresent()) {
            String secret = Files.readString(Path.of(secretFile.get())).strip();
            request = request.header("Leeway-Signature", Signature.of(json, secret));
        }
        return request.build();
    }

    private static Fate fate(int status) {
        if (status / 100 == 2) {
            return new Fate.Accepted();
        }
        String answer = "the webhook answered " + status;
        if (OVERLOADED.contains(status)) {
            return new Fate.Deferred(Cause.SERVER, answer);
        }
        return status / 100 == 5 || LATER.contains(status)
                ? new Fate.Deferred(Cause.MAIL, answer)
                : new Fate.Refused(answer);
    }
}
