package io.leeway.app;

import io.leeway.yaml.Section;
import io.leeway.yaml.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The part of {@code leeway.yml} that says who gets in. What can be reached from outside must have tokens, and tokens must not
 * travel in clear, unless {@code none} is written: leaving something out never opens a door.
 */
final class DoorSettings {
    private static final String NONE = "none";

    private final SettingsFile.Source source;
    private final Optional<Section> tls;
    private final Optional<Section> auth;

    DoorSettings(SettingsFile.Source source) {
        this.source = source;
        this.tls =
                source.root().section("http").filter(it -> it.isSection("tls")).flatMap(it -> it.section("tls"));
        this.auth = source.mapping("auth");
        tls.ifPresent(it -> it.only("certificate", "key"));
        auth.ifPresent(it -> it.only("tokens_file"));
        source.mapping("audit").ifPresent(it -> it.only("keep"));
    }

    /** Who gets in to a service that listens there. */
    Settings.Access read(String host) {
        Optional<Path> tokens = tokens();
        Optional<Settings.Pem> pem = pem();
        boolean open = isOpen();
        boolean plain = isPlain();
        if (Loopback.isBeyond(host) && tokens.isEmpty() && !open) {
            unasked(host);
        }
        if (Loopback.isBeyond(host) && tokens.isPresent() && pem.isEmpty() && !plain) {
            unencrypted(host);
        }
        return new Settings.Access(
                tokens,
                pem,
                source.text("audit", "keep").flatMap(Text::duration).orElse(Settings.Access.KEEP_AUDIT));
    }

    private void unasked(String host) {
        source.problem(
                "http",
                "host " + host + " can be reached from outside; write auth: {tokens_file: ...} with a file made by"
                        + " leeway token create, or auth: none if whoever can reach it may read and post");
    }

    private void unencrypted(String host) {
        source.problem(
                "http",
                "host " + host + " can be reached from outside, where tokens sent in clear can be overheard; write"
                        + " http.tls: {certificate: ..., key: ...}, or http.tls: none if a proxy before it encrypts");
    }

    /** A word in the environment wins over all that the file says. */
    private Optional<Path> tokens() {
        Optional<Text> file = source.variable("auth", "tokens_file");
        if (file.isPresent() && source.variable("auth").isPresent()) {
            source.variables().problem("LEEWAY_AUTH", "LEEWAY_AUTH_TOKENS_FILE says otherwise: give one of the two");
        }
        boolean told = source.variable("auth").isPresent();
        return file.or(() -> told ? Optional.empty() : auth.flatMap(it -> it.needed("tokens_file")))
                .map(it -> Path.of(it.value()));
    }

    private Optional<Settings.Pem> pem() {
        Optional<Text> certificate = source.variable("http", "tls", "certificate");
        Optional<Text> key = source.variable("http", "tls", "key");
        if (certificate.isPresent() != key.isPresent()) {
            source.variables().problem("TLS takes both LEEWAY_HTTP_TLS_CERTIFICATE and LEEWAY_HTTP_TLS_KEY");
        }
        if (source.variable("http", "tls").isPresent() && certificate.isEmpty()) {
            return Optional.empty();
        }
        return certificate
                .or(() -> tls.flatMap(it -> it.needed("certificate")))
                .flatMap(chain -> key.or(() -> tls.flatMap(it -> it.needed("key")))
                        .map(secret -> new Settings.Pem(Path.of(chain.value()), Path.of(secret.value()))));
    }

    /** Whether nobody is asked who they are, in so many words. */
    private boolean isOpen() {
        boolean word = source.variable("auth").isPresent() || auth.isEmpty();
        return word && isNone(source.text("auth"));
    }

    private boolean isPlain() {
        boolean word = source.variable("http", "tls").isPresent() || tls.isEmpty();
        return word && isNone(source.text("http", "tls"));
    }

    private static boolean isNone(Optional<Text> text) {
        return text.flatMap(it -> it.oneOf(List.of(NONE), word -> word)).isPresent();
    }
}
