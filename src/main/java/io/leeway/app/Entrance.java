package io.leeway.app;

import io.leeway.access.Tokens;
import io.leeway.app.verticle.FilesVerticle;
import io.leeway.app.verticle.TlsKeys;
import io.leeway.files.AuditFolder;
import io.leeway.files.TokensFile;
import io.leeway.files.Watched;
import io.leeway.http.Doors;
import io.leeway.http.Probe;
import io.leeway.telemetry.Meters;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The doors of a service, with the files they are made of. */
final class Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private static final String ALERTS = "alert files";

    private final AuditFolder audit;
    private final Map<String, Watched> watched = new TreeMap<>();
    private final Optional<TlsKeys> keys;
    private final Doors doors;

    private Entrance(Settings settings, Vertx vertx, Meters meter) throws IOException {
        Settings.Access access = settings.http().access();
        this.audit = new AuditFolder(settings.data().resolve("audit"), access.keepAudit(), meter);
        this.keys = access.tls().isPresent() ? Optional.of(watch(access.tls().get(), vertx)) : Optional.empty();
        this.doors = new Doors(
                access.tokens().isPresent() ? Optional.of(watch(access.tokens().get())) : Optional.empty(),
                audit,
                meter);
    }

    /**
     * Reads the files.
     *
     * @param alerts the alert folder, if there is one: it is looked at with the others
     * @throws IOException with a sentence, when one of them cannot be used
     */
    static Entrance open(Settings settings, Vertx vertx, Meters meter, Optional<Watched> alerts) throws IOException {
        warn(settings.http());
        Entrance entrance = new Entrance(settings, vertx, meter);
        alerts.ifPresent(files -> entrance.watched.put(ALERTS, files));
        entrance.watched.forEach(
                (name, files) -> meter.filesUnused(name, () -> files.trouble().isPresent()));
        return entrance;
    }

    Doors doors() {
        return doors;
    }

    Optional<TlsKeys> keys() {
        return keys;
    }

    FilesVerticle watcher(InstantSource clock) {
        return new FilesVerticle(watched, audit, clock);
    }

    /** What is in use although something newer is there, and whether acts are written down. */
    List<Probe> probes() {
        Stream<Probe> files = watched.entrySet().stream()
                .map(each -> () -> Probes.unless(each.getValue().trouble(), each.getKey()));
        return Stream.concat(files, Stream.of(() -> Probes.unless(audit.trouble(), "audit")))
                .toList();
    }

    private Supplier<Tokens> watch(Path tokens) throws IOException {
        AtomicReference<Tokens> known = new AtomicReference<>();
        Watched files = new Watched(
                List.of(tokens),
                contents -> known.set(
                        TokensFile.parse(new String(contents.get(0).bytes(), StandardCharsets.UTF_8), tokens)));
        watched.put("tokens", files);
        return known::get;
    }

    private TlsKeys watch(Settings.Pem pem, Vertx vertx) throws IOException {
        TlsKeys held = new TlsKeys(vertx);
        watched.put(
                "keys",
                new Watched(
                        List.of(pem.certificate(), pem.key()),
                        contents -> held.use(
                                contents.stream().map(Watched.Content::bytes).toList())));
        return held;
    }

    private static void warn(Settings.Http http) {
        boolean asked = http.access().tokens().isPresent();
        if (Loopback.isBeyond(http.host()) && !asked) {
            LOG.warn("Whoever can reach {} may read and post here: auth is none", http.host());
        }
        if (Loopback.isBeyond(http.host()) && asked && http.access().tls().isEmpty()) {
            LOG.warn("Tokens travel to {} in clear unless a proxy before it encrypts: http.tls is none", http.host());
        }
    }
}
