package io.leeway.app;

import io.leeway.catalog.Durations;
import io.leeway.influx.Access;
import io.leeway.influx.InfluxSettings;
import io.leeway.influx.Secret;
import io.leeway.ingest.Allowed;
import io.leeway.ingest.Limit;
import io.leeway.notify.MailSettings;
import io.leeway.yaml.Document;
import io.leeway.yaml.InvalidYamlException;
import io.leeway.yaml.Problems;
import io.leeway.yaml.Section;
import io.leeway.yaml.Text;
import io.leeway.yaml.YamlFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code leeway.yml} and the environment. Every key is optional, {@code LEEWAY_HTTP_PORT} in the environment stands for
 * {@code http.port} and wins over the file; unknown keys, in either, are errors with their place.
 */
final class SettingsFile {
    private static final String EMBEDDED = "embedded";
    private static final String INFLUX = "influx";

    /** Those of the environment, but for the limits'. */
    private static final List<String> VARIABLES = List.of(
            "LEEWAY_HTTP_HOST",
            "LEEWAY_HTTP_PORT",
            "LEEWAY_DATA",
            "LEEWAY_SERIES",
            "LEEWAY_SERIES_URL",
            "LEEWAY_SERIES_DATABASE",
            "LEEWAY_SERIES_ORG",
            "LEEWAY_SERIES_TOKEN_FILE",
            "LEEWAY_SERIES_USER",
            "LEEWAY_SERIES_PASSWORD_FILE",
            "LEEWAY_ALERTS",
            "LEEWAY_LIMITS_LANES",
            "LEEWAY_MAIL_HOST",
            "LEEWAY_MAIL_PORT",
            "LEEWAY_KEEP_INCIDENTS",
            "LEEWAY_AUTH",
            "LEEWAY_AUTH_TOKENS_FILE",
            "LEEWAY_AUDIT_KEEP",
            "LEEWAY_HTTP_TLS",
            "LEEWAY_HTTP_TLS_CERTIFICATE",
            "LEEWAY_HTTP_TLS_KEY");

    private final Source source;

    private SettingsFile(Source source) {
        this.source = source;
    }

    /**
     * Reads settings.
     *
     * @param file empty: the environment alone
     * @throws InvalidYamlException with all problems
     * @throws IOException when a file named cannot be read
     */
    static Settings read(Optional<Path> file, Map<String, String> environment)
            throws IOException, InvalidYamlException {
        Problems problems = new Problems();
        Section root = section(
                file.isPresent() ? file.get().toString() : "leeway.yml",
                file.isPresent() ? Files.readString(file.get()) : "{}",
                problems);
        Section variables = section("environment", asYaml(environment), problems);
        problems.throwIfAny();
        SettingsFile reading = new SettingsFile(new Source(root, variables));
        reading.checkKeys(root, variables);
        Settings settings = reading.settings();
        problems.throwIfAny();
        return settings;
    }

    private Settings settings() throws IOException {
        String host = source.text("http", "host").map(Text::value).orElse("127.0.0.1");
        return new Settings(
                new Settings.Http(
                        host, (int) source.whole("http", "port", 0, 65_535, 8080), new DoorSettings(source).read(host)),
                Path.of(source.text("data").map(Text::value).orElse("leeway-data")),
                source.text("alerts").map(it -> Path.of(it.value())),
                influx(),
                mail(),
                (int) source.whole(
                        "limits", "lanes", 1, 256, Runtime.getRuntime().availableProcessors()),
                keepIncidents(),
                limits());
    }

    private Duration keepIncidents() {
        Optional<Text> written = source.text("keep_incidents");
        Optional<Duration> keep = written.flatMap(it -> Durations.parse(it.value()));
        if (written.isPresent() && keep.isEmpty()) {
            source.problem("keep_incidents", "must be a duration such as 400d or 12h");
        }
        return keep.orElse(Settings.KEEP_INCIDENTS);
    }

    private Allowed limits() {
        Allowed allowed = Allowed.withDefaults();
        for (Limit limit : Limit.values()) {
            long most = source.whole(section(limit), key(limit), limit.least(), limit.most(), limit.usual());
            allowed = allowed.with(limit, most);
        }
        return allowed;
    }

    private static String section(Limit limit) {
        return limit.key().substring(0, limit.key().indexOf('.'));
    }

    private static String key(Limit limit) {
        return limit.key().substring(limit.key().indexOf('.') + 1);
    }

    private Optional<InfluxSettings> influx() throws IOException {
        String kind = source.choice("series", INFLUX, EMBEDDED);
        if (kind.equals(EMBEDDED)) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(source.influx("url").map(Text::value).orElse("http://127.0.0.1:8086"));
            InfluxSettings settings = InfluxSettings.of(
                    url, source.influx("database").map(Text::value).orElse("leeway"));
            return Optional.of(settings.withOrganisation(
                            source.influx("org").map(Text::value).orElse("-"))
                    .withAccess(access()));
        } catch (IllegalArgumentException e) {
            source.problem("series", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Access access() throws IOException {
        Optional<Text> tokenFile = source.influx("token_file");
        Optional<Text> passwordFile = source.influx("password_file");
        if (tokenFile.isPresent()) {
            return new Access.Token(Secret.in(Path.of(tokenFile.get().value())));
        }
        if (passwordFile.isPresent()) {
            String user = source.influx("user").map(Text::value).orElse("");
            return new Access.Password(
                    user, Secret.in(Path.of(passwordFile.get().value())));
        }
        return new Access.Open();
    }

    /** A mail server on a network of our own, in place of those of {@code receivers.yml}. */
    private Optional<MailSettings.Server> mail() {
        int port = (int) source.whole("mail", "port", 1, 65_535, 25);
        return source.text("mail", "host")
                .map(host -> new MailSettings.Server(host.value(), port, MailSettings.Tls.NONE, Optional.empty()));
    }

    private void checkKeys(Section root, Section variables) {
        root.only("http", "data", "series", "alerts", "limits", "auth", "audit", "mail", "keep_incidents");
        root.section("http").ifPresent(it -> it.only("host", "port", "max_body", "tls"));
        root.section("limits").ifPresent(it -> it.only(limitKeys().toArray(String[]::new)));
        root.section("mail").ifPresent(it -> it.only("host", "port"));
        Stream<String> limits = Arrays.stream(Limit.values())
                .map(limit -> "LEEWAY_" + limit.key().replace('.', '_').toUpperCase(Locale.ROOT));
        variables.only(Stream.concat(VARIABLES.stream(), limits).toArray(String[]::new));
    }

    private static Stream<String> limitKeys() {
        Stream<String> settable = Arrays.stream(Limit.values())
                .filter(limit -> section(limit).equals("limits"))
                .map(SettingsFile::key);
        return Stream.concat(Stream.of("lanes"), settable);
    }

    private static Section section(String name, String text, Problems problems) throws InvalidYamlException {
        Optional<Section> read = Document.read(new YamlFile(name, text.isBlank() ? "{}" : text), problems);
        problems.throwIfAny();
        return read.orElseThrow();
    }

    private static String asYaml(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("LEEWAY_"))
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + ": '" + variable.getValue().replace("'", "''") + "'")
                .collect(Collectors.joining("\n"));
    }

    /** The file and the environment as one. */
    record Source(Section root, Section variables) {
        Optional<Text> text(String key) {
            return variable(key).or(() -> root.text(key));
        }

        Optional<Text> text(String section, String key) {
            return variable(section, key).or(() -> root.section(section).flatMap(it -> it.text(key)));
        }

        Optional<Text> influx(String key) {
            return variable("series", key)
                    .or(() -> root.section("series")
                            .flatMap(it -> it.section(INFLUX))
                            .flatMap(it -> it.text(key)));
        }

        long whole(String section, String key, long least, long most, long otherwise) {
            return text(section, key)
                    .map(it -> it.whole(least, most).orElse(otherwise))
                    .orElse(otherwise);
        }

        /** One of two words; a mapping under the key is named by its own only key. */
        String choice(String key, String first, String second) {
            Optional<Text> variable = variable(key);
            if (variable.isEmpty() && root.keys().contains(key) && isMapping(key)) {
                root.section(key).ifPresent(it -> it.only(first));
                return first;
            }
            return text(key)
                    .flatMap(it -> it.oneOf(List.of(first, second), word -> word))
                    .orElse(second);
        }

        /** What stands under a key, if it is a mapping. */
        Optional<Section> mapping(String key) {
            return root.isSection(key) ? root.section(key) : Optional.empty();
        }

        void problem(String key, String sentence) {
            root.problem(key, sentence);
        }

        private boolean isMapping(String key) {
            return root.isSection(key);
        }

        Optional<Text> variable(String... path) {
            return variables.text("LEEWAY_" + String.join("_", path).toUpperCase(Locale.ROOT));
        }
    }
}
