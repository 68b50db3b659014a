package io.leeway.mail;

import io.leeway.notify.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One connection to one mail server, which a watchdog can cut. */
final class Connection implements AutoCloseable {
    private final MailSettings.Server server;
    private final Watchdog watchdog;
    private final Session session;
    private final PhasedTransport transport;

    /**
     * @throws IOException when the file of those who vouch for the server cannot be read
     */
    Connection(MailSettings settings, MailSettings.Server server, Watchdog watchdog) throws IOException {
        this.server = server;
        this.watchdog = watchdog;
        this.session = Session.getInstance(SmtpProperties.of(settings, server, watchdog));
        this.transport = new PhasedTransport(session);
    }

    /**
     * Connects and, where a name is set, logs in.
     *
     * @throws IOException when the password cannot be read
     */
    void open() throws MessagingException, IOException {
        Optional<MailSettings.Login> login = server.login();
        if (login.isPresent()) {
            String password =
                    Files.readString(Path.of(login.get().passwordFile())).strip();
            transport.connect(server.host(), server.port(), login.get().user(), password);
        } else {
            transport.connect(server.host(), server.port(), null, null);
        }
    }

    MailSettings.Server server() {
        return server;
    }

    Session session() {
        return session;
    }

    PhasedTransport transport() {
        return transport;
    }

    boolean wasCut() {
        return watchdog.hasCut();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What the connection was for is done or has failed already; a failed farewell changes nothing.
        }
    }
}
