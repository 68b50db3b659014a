package io.leeway.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How mail is sent.
 *
 * @param from the sender, {@code name@host} or {@code Name <name@host>}
 * @param bounces where the servers on the way report what they could not deliver
 * @param messageIdDomain what stands behind the @ of every Message-ID
 * @param servers tried in order; without one, mails are written as files
 * @param webhookSecretFile what signs calls of webhooks, read at each of them; empty: they are not signed
 * @param heartbeat how the service shows that it is alive
 */
public record MailSettings(
        String from,
        Optional<String> bounces,
        String messageIdDomain,
        List<Server> servers,
        Timeouts timeouts,
        Heartbeat heartbeat,
        Optional<String> webhookSecretFile) {
    /** Without a sign of life. */
    public MailSettings(
            String from, Optional<String> bounces, String messageIdDomain, List<Server> servers, Timeouts timeouts) {
        this(from, bounces, messageIdDomain, servers, timeouts, Heartbeat.NONE, Optional.empty());
    }

    public MailSettings {
        servers = List.copyOf(servers);
    }

    /**
     * A mail server.
     *
     * @param caFile certificates in PEM that alone may vouch for it, read at each attempt; empty: those the JDK trusts
     */
    public record Server(String host, int port, Tls tls, Optional<Login> login, Optional<String> caFile) {
        /** One whose certificate, if it needs one, is vouched for by somebody the JDK trusts. */
        public Server(String host, int port, Tls tls, Optional<Login> login) {
            this(host, port, tls, login, Optional.empty());
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Name and password at a mail server.
     *
     * @param passwordFile read at each attempt, so that a changed password needs no restart
     */
    public record Login(String user, String passwordFile) {}

    /** How long to wait for a mail server; the whole attempt ends whatever the server does. */
    public record Timeouts(Duration connect, Duration read, Duration write, Duration wholeAttempt) {
        public static final Timeouts DEFAULTS = new Timeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(90));
    }

    /** How a connection to a mail server is protected. */
    public enum Tls {
        /** Begins in clear and must become TLS before anything is said. */
        STARTTLS,
        /** TLS from the first byte. */
        IMPLICIT,
        NONE
    }
}
