package io.leeway.mail;

import io.leeway.notify.Fate;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Mailer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Delivers by SMTP. The servers are tried in order; the next one only when nobody was reached at the one before, never
 * after a mail may have been taken. Every attempt ends within {@code whole_attempt}.
 */
public final class SmtpMailer implements Mailer, AutoCloseable {
    private final MailSettings settings;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mail-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    public SmtpMailer(MailSettings settings) {
        if (settings.servers().isEmpty()) {
            throw new IllegalArgumentException("there is no mail server to deliver to");
        }
        this.settings = settings;
    }

    @Override
    public Map<String, Fate> deliver(Envelope envelope) {
        Map<String, Fate> fates = Map.of();
        for (MailSettings.Server server : settings.servers()) {
            Attempt attempt = attempt(server, envelope);
            fates = attempt.fates();
            if (attempt.phase() != Phase.CONNECTING) {
                return fates;
            }
        }
        return fates;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private Attempt attempt(MailSettings.Server server, Envelope envelope) {
        Watchdog watchdog = new Watchdog();
        ScheduledFuture<?> alarm =
                timer.schedule(watchdog::cut, settings.timeouts().wholeAttempt().toMillis(), TimeUnit.MILLISECONDS);
        Session session = Session.getInstance(SmtpProperties.of(settings, server, watchdog));
        PhasedTransport transport = new PhasedTransport(session);
        try {
            send(transport, session, server, envelope);
            return new Attempt(Phase.ACCEPTED, all(envelope, new Fate.Accepted()));
        } catch (MessagingException e) {
            return failed(server, envelope, transport.phase(), e, watchdog);
        } catch (IOException e) {
            String reason = server + ": the password cannot be read: " + e;
            return new Attempt(Phase.CONNECTING, all(envelope, new Fate.Deferred(Fate.Cause.CONFIGURATION, reason)));
        } finally {
            alarm.cancel(false);
            close(transport);
        }
    }

    private static void send(PhasedTransport transport, Session session, MailSettings.Server server, Envelope envelope)
            throws MessagingException, IOException {
        Optional<MailSettings.Login> login = server.login();
        if (login.isPresent()) {
            String password =
                    Files.readString(Path.of(login.get().passwordFile())).strip();
            transport.connect(server.host(), server.port(), login.get().user(), password);
        } else {
            transport.connect(server.host(), server.port(), null, null);
        }
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(envelope.mail()));
        transport.sendMessage(message, addresses(envelope.recipients()));
    }

    private static Attempt failed(
            MailSettings.Server server, Envelope envelope, Phase phase, MessagingException failure, Watchdog watchdog) {
        Map<String, Fate> fates = Verdicts.of(failure, phase, envelope.recipients());
        if (watchdog.hasCut() && phase != Phase.ACCEPTED) {
            fates = all(envelope, new Fate.Deferred(Fate.Cause.SERVER, "the whole attempt took too long"));
        }
        Map<String, Fate> named = new HashMap<>();
        fates.forEach((address, fate) -> named.put(address, named(server, fate)));
        return new Attempt(phase, named);
    }

    private static Fate named(MailSettings.Server server, Fate fate) {
        if (fate instanceof Fate.Deferred deferred) {
            return new Fate.Deferred(deferred.cause(), server + ": " + deferred.reason());
        }
        return fate instanceof Fate.Refused refused ? new Fate.Refused(server + ": " + refused.reason()) : fate;
    }

    private static Address[] addresses(List<String> recipients) throws MessagingException {
        Address[] addresses = new Address[recipients.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(recipients.get(i), true);
        }
        return addresses;
    }

    private static Map<String, Fate> all(Envelope envelope, Fate fate) {
        Map<String, Fate> fates = new HashMap<>();
        envelope.recipients().forEach(recipient -> fates.put(recipient, fate));
        return fates;
    }

    private static void close(PhasedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The mail's fate is known already; a failed farewell changes nothing.
        }
    }

    private record Attempt(Phase phase, Map<String, Fate> fates) {}
}
