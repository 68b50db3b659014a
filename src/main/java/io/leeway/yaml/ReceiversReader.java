package io.leeway.yaml;

import io.leeway.notify.Heartbeat;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import io.leeway.routing.Route;
import io.leeway.text.Suggestion;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who can be told and how. */
final class ReceiversReader {
    private static final String NOBODY = "nobody@localhost";

    private ReceiversReader() {}

    /**
     * The meaning of the file.
     *
     * @param labels those that incidents can have
     */
    static Receivers receivers(Section file, Set<String> labels) {
        file.only("version", "time_zone", "links", "mail", "receivers", "route");
        Versions.check(file);
        ZoneId zone = file.text("time_zone").flatMap(HoursReader::zone).orElse(ZoneOffset.UTC);
        Optional<String> page = file.section("links").flatMap(ReceiversReader::page);
        Map<String, Receiver> all =
                file.section("receivers").map(section -> all(section, zone)).orElse(Map.of());
        if (!file.keys().contains("receivers")) {
            file.problem("receivers", "receivers must say who is told, such as {on-call: {email: [me@example.org]}}");
        }
        Route route = file.section("route")
                .map(section -> new RouteReader(all.keySet(), labels, zone).root(section))
                .orElse(Route.TO_OWNER);
        MailSettings mail = mail(file);
        mail.heartbeat()
                .to()
                .filter(to -> !all.containsKey(to))
                .ifPresent(to -> file.problem(
                        "mail",
                        "heartbeat goes to " + to + ", who is no receiver; " + Suggestion.sentence(to, all.keySet())));
        mail.heartbeat()
                .to()
                .flatMap(to -> Optional.ofNullable(all.get(to)))
                .filter(receiver -> receiver.email().isEmpty())
                .ifPresent(receiver -> file.problem(
                        "mail", "heartbeat goes to " + receiver.name() + ", who has no mail address; give one."));
        return new Receivers(mail, page, all, route);
    }

    private static Map<String, Receiver> all(Section section, ZoneId zone) {
        ReceiverReader reader = new ReceiverReader(zone);
        Map<String, Receiver> all = new LinkedHashMap<>();
        section.keys()
                .forEach(name -> section.section(name)
                        .flatMap(each -> reader.receiver(name, each))
                        .ifPresent(receiver -> all.put(name, receiver)));
        return all;
    }

    private static Optional<String> page(Section links) {
        links.only("service");
        return links.text("service").flatMap(text -> {
            if (text.value().matches("https?://[^\\s\"'<>]+")) {
                return Optional.of(text.value().replaceAll("/+$", ""));
            }
            text.problem("a link begins with http:// or https:// and has no spaces");
            return Optional.empty();
        });
    }

    private static MailSettings mail(Section file) {
        Optional<Section> section = file.section("mail");
        if (section.isEmpty()) {
            file.problem(
                    "mail",
                    "mail must say who sends, such as {from: leeway@example.org, message_id_domain: example.org}");
            return new MailSettings(NOBODY, Optional.empty(), "localhost", List.of(), MailSettings.Timeouts.DEFAULTS);
        }
        Section mail = section.get();
        mail.only("from", "bounces", "message_id_domain", "servers", "timeouts", "heartbeat", "webhook_secret_file");
        return new MailSettings(
                mail.needed("from").flatMap(Addresses::sender).orElse(NOBODY),
                mail.text("bounces").flatMap(Addresses::address),
                mail.needed("message_id_domain").flatMap(Addresses::domain).orElse("localhost"),
                mail.sections("servers").stream()
                        .flatMap(server -> server(server).stream())
                        .toList(),
                mail.section("timeouts").map(ReceiversReader::timeouts).orElse(MailSettings.Timeouts.DEFAULTS),
                mail.section("heartbeat").map(HeartbeatReader::heartbeat).orElse(Heartbeat.NONE),
                mail.text("webhook_secret_file").map(Text::value));
    }

    private static Optional<MailSettings.Server> server(Section server) {
        server.only("host", "port", "tls", "auth", "ca_file");
        Optional<String> host = server.needed("host").flatMap(Addresses::host);
        MailSettings.Tls tls = server.text("tls")
                .flatMap(text -> text.oneOf(
                        Arrays.asList(MailSettings.Tls.values()),
                        each -> each.name().toLowerCase(Locale.ROOT)))
                .orElse(MailSettings.Tls.STARTTLS);
        int usual = tls == MailSettings.Tls.IMPLICIT ? 465 : 587;
        int port = server.text("port")
                .map(text -> (int) text.whole(1, 65_535).orElse(usual))
                .orElse(usual);
        Optional<MailSettings.Login> login = server.section("auth").flatMap(ReceiversReader::login);
        Optional<String> caFile = server.text("ca_file").map(Text::value);
        return host.map(name -> new MailSettings.Server(name, port, tls, login, caFile));
    }

    private static Optional<MailSettings.Login> login(Section auth) {
        auth.only("user", "password_file");
        Optional<Text> user = auth.needed("user");
        Optional<Text> file = auth.needed("password_file");
        return user.flatMap(name -> file.map(path -> new MailSettings.Login(name.value(), path.value())));
    }

    private static MailSettings.Timeouts timeouts(Section section) {
        section.only("connect", "read", "write", "whole_attempt");
        MailSettings.Timeouts usual = MailSettings.Timeouts.DEFAULTS;
        return new MailSettings.Timeouts(
                duration(section, "connect", usual.connect()),
                duration(section, "read", usual.read()),
                duration(section, "write", usual.write()),
                duration(section, "whole_attempt", usual.wholeAttempt()));
    }

    private static Duration duration(Section section, String key, Duration usual) {
        Optional<Text> text = section.text(key);
        Duration duration = text.flatMap(Text::duration).orElse(usual);
        if (duration.isZero() || duration.compareTo(Duration.ofHours(1)) > 0) {
            text.ifPresent(told -> told.problem(key + " must be longer than nothing and at most 1h"));
        }
        return duration;
    }
}
