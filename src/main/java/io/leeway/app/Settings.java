package io.leeway.app;

import io.leeway.influx.InfluxSettings;
import io.leeway.ingest.Allowed;
import io.leeway.notify.MailSettings;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the service is told before it starts.
 *
 * @param http where it listens
 * @param data the folder of everything it keeps
 * @param alerts the folder of rules and receivers; empty: those shipped with it
 * @param influx where series go; empty: into the embedded store
 * @param mail a server to use instead of those that the receivers file names
 * @param lanes how many threads count rows
 * @param keepIncidents how long incidents and their mails are kept once they are over, counted back from the newest window
 * @param limits how much of everything there may be
 */
public record Settings(
        Http http,
        Path data,
        Optional<Path> alerts,
        Optional<InfluxSettings> influx,
        Optional<MailSettings.Server> mail,
        int lanes,
        Duration keepIncidents,
        Allowed limits) {
    /** As long as windows. */
    public static final Duration KEEP_INCIDENTS = Duration.ofDays(400);

    /** Everything in one folder, listening on a port of loopback (0: any free one). */
    public static Settings embedded(Path data, int port) {
        return new Settings(
                new Http("127.0.0.1", port, Access.unasked()),
                data,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                KEEP_INCIDENTS,
                Allowed.withDefaults());
    }

    /** The same, listening elsewhere or for others. */
    Settings withHttp(Http other) {
        return new Settings(other, data, alerts, influx, mail, lanes, keepIncidents, limits);
    }

    /** The same, with rules and receivers of a folder. */
    Settings withAlerts(Path folder) {
        return new Settings(http, data, Optional.of(folder), influx, mail, lanes, keepIncidents, limits);
    }

    /** Rules and receivers: of the folder, or those shipped. */
    AlertFiles alertFiles() throws IOException, InvalidYamlException {
        return alerts.isPresent() ? AlertFiles.in(alerts.get()) : AlertFiles.shipped();
    }

    /** How mail is sent, given what the receivers file says. */
    MailSettings mailSettings(MailSettings written) {
        return mail.map(server -> new MailSettings(
                        written.from(),
                        written.bounces(),
                        written.messageIdDomain(),
                        List.of(server),
                        written.timeouts(),
                        written.heartbeat(),
                        written.webhookSecretFile()))
                .orElse(written);
    }

    /**
     * Where it listens.
     *
     * @param access who may
     */
    public record Http(String host, int port, Access access) {}

    /**
     * Who gets in, and what is written down of it.
     *
     * @param tokens the file of tokens; empty: nobody is asked
     * @param tls how connections are protected; empty: they are not
     * @param keepAudit how long administrative acts stay in the audit log
     */
    public record Access(Optional<Path> tokens, Optional<Pem> tls, Duration keepAudit) {
        /** As long as windows are kept. */
        public static final Duration KEEP_AUDIT = Duration.ofDays(400);

        /** Nobody is asked, nothing is encrypted: for loopback. */
        public static Access unasked() {
            return new Access(Optional.empty(), Optional.empty(), KEEP_AUDIT);
        }
    }

    /** A certificate with those that vouch for it, and its private key, as PEM files. */
    public record Pem(Path certificate, Path key) {}
}
