package io.leeway.mail;

import io.leeway.notify.Fate;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Mailer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Delivers by SMTP. The servers are tried in order; the next one only when nobody was reached at the one before, never
 * after a mail may have been taken. One that could not be reached several times is left alone for a while. Every attempt
 * ends within {@code whole_attempt}. One thread at a time.
 */
public final class SmtpMailer implements Mailer, AutoCloseable {
    private final MailSettings settings;
    private final LongSupplier nanos;
    private final Map<MailSettings.Server, Breaker> breakers = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mail-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    public SmtpMailer(MailSettings settings) {
        this(settings, System::nanoTime);
    }

    /** One that lives in a time of its own. */
    SmtpMailer(MailSettings settings, LongSupplier nanos) {
        if (settings.servers().isEmpty()) {
            throw new IllegalArgumentException("there is no mail server to deliver to");
        }
        this.settings = settings;
        this.nanos = nanos;
    }

    @Override
    public Map<String, Fate> deliver(Envelope envelope) {
        return first(connection -> send(connection, envelope)).fates(envelope.recipients());
    }

    /** {@inheritDoc} It connects, says who it is and then NOOP. */
    @Override
    public Optional<String> trouble() {
        return first(SmtpMailer::noop).trouble();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** What comes of something tried at the first server that can be reached. */
    private Attempt first(Errand errand) {
        Attempt attempt = Attempt.NONE;
        for (MailSettings.Server server : settings.servers()) {
            Breaker breaker = breakers.computeIfAbsent(server, unused -> new Breaker());
            attempt = breaker.isOpen(nanos.getAsLong())
                    ? Attempt.leftAlone(server, breaker.reason())
                    : noted(attempt(server, errand), breaker);
            if (attempt.reached()) {
                return attempt;
            }
        }
        return attempt;
    }

    private Attempt noted(Attempt attempt, Breaker breaker) {
        if (attempt.reached()) {
            breaker.reached();
        } else {
            breaker.failed(attempt.trouble().orElse(""), nanos.getAsLong());
        }
        return attempt;
    }

    private Attempt attempt(MailSettings.Server server, Errand errand) {
        Watchdog watchdog = new Watchdog();
        ScheduledFuture<?> alarm =
                timer.schedule(watchdog::cut, settings.timeouts().wholeAttempt().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return attempt(new Connection(settings, server, watchdog), errand);
        } catch (IOException e) {
            return Attempt.misconfigured(server, "the password or the certificates cannot be read: " + e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static Attempt attempt(Connection connection, Errand errand) throws IOException {
        try {
            connection.open();
            errand.run(connection);
            return Attempt.done(connection.server());
        } catch (MessagingException e) {
            return Attempt.failed(connection, e);
        } finally {
            connection.close();
        }
    }

    private static void send(Connection connection, Envelope envelope) throws MessagingException {
        MimeMessage message = new MimeMessage(connection.session(), new ByteArrayInputStream(envelope.mail()));
        connection.transport().sendMessage(message, addresses(envelope.recipients()));
    }

    /** The mail library says NOOP when asked whether it is connected. */
    private static void noop(Connection connection) throws MessagingException {
        if (!connection.transport().isConnected()) {
            throw new MessagingException("NOOP was not answered");
        }
    }

    private static Address[] addresses(List<String> recipients) throws MessagingException {
        Address[] addresses = new Address[recipients.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(recipients.get(i), true);
        }
        return addresses;
    }

    /** What a connection is opened for. */
    @FunctionalInterface
    private interface Errand {
        void run(Connection connection) throws MessagingException;
    }
}
