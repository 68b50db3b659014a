package io.leeway.yaml;

import io.leeway.alert.Level;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads who can be told and how. */
final class ReceiversReader {
    private static final String ADDRESS =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";
    private static final String SENDER = "[^<>\\p{Cntrl}]{0,100}<" + ADDRESS + ">";
    private static final String DOMAIN = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?";
    private static final String NOBODY = "nobody@localhost";

    private ReceiversReader() {}

    static Receivers receivers(Section file) {
        file.only("version", "links", "mail", "receivers");
        Versions.check(file);
        Optional<String> page = file.section("links").flatMap(ReceiversReader::page);
        Map<String, Receiver> all = new LinkedHashMap<>();
        Optional<Section> receivers = file.section("receivers");
        receivers.ifPresent(section -> section.keys()
                .forEach(name -> section.section(name)
                        .flatMap(each -> receiver(name, each))
                        .ifPresent(receiver -> all.put(name, receiver))));
        if (receivers.isEmpty()) {
            file.problem("receivers", "receivers must say who is told, such as {on-call: {email: [me@example.org]}}");
        }
        return new Receivers(mail(file), page, all);
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

    private static Optional<Receiver> receiver(String name, Section section) {
        section.only("email", "min_level");
        List<String> email = section.texts("email").stream()
                .flatMap(text -> matching(text, ADDRESS, "an address such as me@example.org").stream())
                .toList();
        Level least = section.text("min_level")
                .flatMap(text -> text.oneOf(Arrays.asList(Level.values()), Level::text))
                .orElse(Level.WARNING);
        if (section.texts("email").isEmpty()) {
            section.problem("email", "a receiver needs at least one address: email: [me@example.org]");
        }
        return email.isEmpty() ? Optional.empty() : Optional.of(new Receiver(name, email, least));
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
        mail.only("from", "bounces", "message_id_domain", "servers", "timeouts");
        return new MailSettings(
                mail.needed("from").flatMap(ReceiversReader::sender).orElse(NOBODY),
                mail.text("bounces").flatMap(text -> matching(text, ADDRESS, "an address such as me@example.org")),
                mail.needed("message_id_domain")
                        .flatMap(text -> matching(text, DOMAIN, "a domain such as leeway.example.org"))
                        .orElse("localhost"),
                mail.sections("servers").stream()
                        .flatMap(server -> server(server).stream())
                        .toList(),
                mail.section("timeouts").map(ReceiversReader::timeouts).orElse(MailSettings.Timeouts.DEFAULTS));
    }

    private static Optional<String> sender(Text text) {
        return matching(
                text, "(?:" + ADDRESS + ")|(?:" + SENDER + ")", "leeway@example.org or Leeway <leeway@example.org>");
    }

    private static Optional<MailSettings.Server> server(Section server) {
        server.only("host", "port", "tls", "auth", "ca_file");
        Optional<String> host = server.needed("host").flatMap(text -> matching(text, "[A-Za-z0-9.:-]+", "a host name"));
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

    private static Optional<String> matching(Text text, String pattern, String needed) {
        if (text.value().matches(pattern)) {
            return Optional.of(text.value());
        }
        text.problem(needed + " is needed, not " + text.value());
        return Optional.empty();
    }
}
