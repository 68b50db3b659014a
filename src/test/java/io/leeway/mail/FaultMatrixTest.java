package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.PemFiles;
import io.leeway.notify.Fate;
import io.leeway.notify.MailSettings;
import io.leeway.notify.MailSettings.Tls;
import io.leeway.notify.Mailer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every misbehaviour of a mail server means for every recipient, in clear, by STARTTLS and by TLS from the first byte. */
class FaultMatrixTest {
    private static final String ME = "me@example.org";
    private static final String YOU = "you@example.org";

    /** Command, its answer, what becomes of me, of you, and how many copies the server has. The mail goes to both. */
    private static final List<Row> ROWS = List.of(
            new Row("none", "", "accepted", "accepted", 1),
            new Row("GREETING", FaultyServer.SILENCE, "SERVER", "SERVER", 0),
            new Row("GREETING", FaultyServer.DRIP, "SERVER", "SERVER", 0),
            new Row("GREETING", FaultyServer.HANG_UP, "SERVER", "SERVER", 0),
            new Row("GREETING", "421 too busy", "SERVER", "SERVER", 0),
            new Row("GREETING", "554 go away", "SERVER", "SERVER", 0),
            new Row("EHLO", FaultyServer.DRIP, "SERVER", "SERVER", 0),
            new Row("EHLO", FaultyServer.HANG_UP, "SERVER", "SERVER", 0),
            new Row("MAIL", "421 closing", "SERVER", "SERVER", 0),
            new Row("MAIL", "451 later", "MAIL", "MAIL", 0),
            new Row("MAIL", "530 log in first", "CONFIGURATION", "CONFIGURATION", 0),
            new Row("MAIL", "550 who are you", "CONFIGURATION", "CONFIGURATION", 0),
            new Row("RCPT TO:<you", "451 greylisted", "accepted", "MAIL", 1),
            new Row("RCPT TO:<you", "550 no such user", "accepted", "refused", 1),
            new Row("RCPT", "451 greylisted", "MAIL", "MAIL", 0),
            new Row("RCPT", "550 no such user", "refused", "refused", 0),
            new Row("RCPT", FaultyServer.HANG_UP, "SERVER", "SERVER", 0),
            new Row("DATA", "451 later", "MAIL", "MAIL", 0),
            new Row("DATA", "554 no", "refused", "refused", 0),
            new Row("DATA", FaultyServer.SILENCE, "SERVER", "SERVER", 0),
            new Row("DATA", FaultyServer.DRIP, "SERVER", "SERVER", 0),
            new Row(".", "452 disk full", "MAIL", "MAIL", 0),
            new Row(".", "554 spam", "refused", "refused", 0),
            new Row(".", FaultyServer.HANG_UP, "UNSURE", "UNSURE", 1),
            new Row(".", FaultyServer.SILENCE, "UNSURE", "UNSURE", 0),
            new Row(".", FaultyServer.DRIP, "UNSURE", "UNSURE", 0),
            new Row("QUIT", FaultyServer.HANG_UP, "accepted", "accepted", 1));

    /** Milliseconds that no test waits for. */
    private static final long LONG = 30_000;

    @TempDir
    private static Path folder;

    private static Optional<Keys> keys = Optional.empty();

    /** The server's certificate, one for somebody else, and the file that vouches for both. */
    private record Keys(SSLContext own, SSLContext foreign, Path authorities) {}

    private record Row(String command, String answer, String me, String you, int copies) {}

    @BeforeAll
    static void makeCertificates() throws Exception {
        PemFiles own = PemFiles.make(folder, "own");
        PemFiles foreign = PemFiles.make(folder, "foreign", "dns:elsewhere.example.org");
        Path authorities = Files.writeString(folder.resolve("authorities.pem"), own.chain() + foreign.chain());
        keys = Optional.of(new Keys(own.server(), foreign.server(), authorities));
    }

    private static Stream<Arguments> matrix() {
        return Arrays.stream(Tls.values()).flatMap(tls -> ROWS.stream().map(row -> Arguments.of(tls, row)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyMisbehaviourHasItsMeaningForEveryRecipient(Tls tls, Row row) throws Exception {
        long patience = row.command.equals(".") ? 800 : 300;
        long read = row.answer.equals(FaultyServer.SILENCE) ? patience : LONG;
        long whole = row.answer.equals(FaultyServer.DRIP) ? patience : LONG;
        try (FaultyServer server = new FaultyServer(tls, keys().own).answering(row.command, row.answer);
                SmtpMailer mailer = mailer(read, whole, server(server.port(), tls))) {
            Map<String, Fate> fates = mailer.deliver(envelope());
            assertThat(List.of(name(fates.get(ME)), name(fates.get(YOU))))
                    .as("%s", fates)
                    .containsExactly(row.me, row.you);
            assertThat(server.taken()).hasSize(row.copies);
            assertThat(server.taken()).allMatch(copy -> copy.mail().endsWith("\r\nx\r\n.two\r\n"));
        }
    }

    @ParameterizedTest
    @EnumSource(Tls.class)
    void aServerThatIsNotThereIsTriedAgain(Tls tls) throws Exception {
        int closed;
        try (FaultyServer gone = new FaultyServer()) {
            closed = gone.port();
        }
        try (SmtpMailer mailer = mailer(LONG, LONG, server(closed, tls))) {
            assertThat(name(mailer.deliver(envelope()).get(ME))).isEqualTo("SERVER");
        }
    }

    @Test
    void aServerWithoutStarttlsGetsNothing() throws Exception {
        try (FaultyServer server = new FaultyServer();
                SmtpMailer mailer = mailer(LONG, LONG, server(server.port(), Tls.STARTTLS))) {
            assertConfigurationIsWrong(mailer, server);
        }
    }

    @Test
    void aServerThatHasNoTlsJustNowIsTriedAgain() throws Exception {
        try (FaultyServer server =
                        new FaultyServer(Tls.STARTTLS, keys().own).answering("STARTTLS", "454 not available now");
                SmtpMailer mailer = mailer(LONG, LONG, server(server.port(), Tls.STARTTLS))) {
            assertThat(name(mailer.deliver(envelope()).get(ME))).isEqualTo("SERVER");
            assertThat(server.taken()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Tls.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aCertificateThatNobodyVouchesForIsNotTrusted(Tls tls) throws Exception {
        try (FaultyServer server = new FaultyServer(tls, keys().own);
                SmtpMailer mailer = mailer(
                        LONG, LONG, new MailSettings.Server("127.0.0.1", server.port(), tls, Optional.empty()))) {
            assertConfigurationIsWrong(mailer, server);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Tls.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aCertificateOfAnotherNameIsNotTrusted(Tls tls) throws Exception {
        try (FaultyServer server = new FaultyServer(tls, keys().foreign);
                SmtpMailer mailer = mailer(LONG, LONG, server(server.port(), tls))) {
            assertConfigurationIsWrong(mailer, server);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Tls.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aServerThatGoesAwayDuringTheHandshakeIsTriedAgain(Tls tls) throws Exception {
        try (FaultyServer server = new FaultyServer()
                        .answering("GREETING", tls == Tls.IMPLICIT ? FaultyServer.HANG_UP : "220 faulty")
                        .answering("EHLO", "250-faulty\r\n250 STARTTLS")
                        .answering("STARTTLS", "220 go on")
                        .answering("", FaultyServer.HANG_UP);
                SmtpMailer mailer = mailer(LONG, LONG, server(server.port(), tls))) {
            assertThat(name(mailer.deliver(envelope()).get(ME))).isEqualTo("SERVER");
        }
    }

    @ParameterizedTest
    @EnumSource(Tls.class)
    void aLoginThatIsRefusedIsAMistakeOfTheConfiguration(Tls tls) throws Exception {
        String hello =
                tls == Tls.STARTTLS ? "250-faulty\r\n250-STARTTLS\r\n250 AUTH PLAIN" : "250-faulty\r\n250 AUTH PLAIN";
        Path password = Files.writeString(folder.resolve("password"), "secret");
        MailSettings.Login login = new MailSettings.Login("leeway", password.toString());
        try (FaultyServer server = new FaultyServer(tls, keys().own)
                        .answering("EHLO", hello)
                        .answering("AUTH", "535 no");
                SmtpMailer mailer = mailer(
                        LONG,
                        LONG,
                        new MailSettings.Server(
                                "127.0.0.1",
                                server.port(),
                                tls,
                                Optional.of(login),
                                Optional.of(keys().authorities.toString())))) {
            assertConfigurationIsWrong(mailer, server);
            server.answering("AUTH", "235 welcome");
            assertThat(mailer.deliver(envelope())).containsEntry(ME, new Fate.Accepted());
        }
    }

    private static Keys keys() {
        return keys.orElseThrow();
    }

    private static void assertConfigurationIsWrong(SmtpMailer mailer, FaultyServer server) {
        assertThat(name(mailer.deliver(envelope()).get(ME))).isEqualTo("CONFIGURATION");
        assertThat(server.taken()).isEmpty();
    }

    private static SmtpMailer mailer(long readMillis, long wholeMillis, MailSettings.Server server) {
        Duration read = Duration.ofMillis(readMillis);
        return new SmtpMailer(new MailSettings(
                "Leeway <leeway@example.org>",
                Optional.of("bounces@example.org"),
                "example.org",
                List.of(server),
                new MailSettings.Timeouts(read, read, read, Duration.ofMillis(wholeMillis))));
    }

    private static MailSettings.Server server(int port, Tls tls) {
        return new MailSettings.Server(
                "127.0.0.1",
                port,
                tls,
                Optional.empty(),
                Optional.of(keys().authorities.toString()));
    }

    private static String name(@Nullable Fate fate) {
        if (fate instanceof Fate.Deferred deferred) {
            return deferred.cause().name();
        }
        return fate instanceof Fate.Refused ? "refused" : "accepted";
    }

    private static Mailer.Envelope envelope() {
        return new Mailer.Envelope(
                "x.1",
                List.of(ME, YOU),
                "From: leeway@example.org\r\nTo: me@example.org\r\nSubject: x\r\n\r\nx\r\n.two\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
