package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.leeway.notify.Fate;
import io.leeway.notify.Fate.Cause;
import io.leeway.notify.Mail;
import io.leeway.notify.MailSettings;
import io.leeway.notify.MailSettings.Tls;
import io.leeway.notify.Mailer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpMailerTest {
    private static final String ME = "me@example.org";
    private static final String YOU = "you@example.org";

    @TempDir
    private Path folder;

    @Test
    void aMailArrivesWithTheBytesThatWereStored() throws Exception {
        Mail mail =
                new Flights().distanceInKilometres().archive().mails().get(0).mail();
        GreenMail server = started(ServerSetup.PROTOCOL_SMTP);
        try (SmtpMailer mailer = mailer(server(server.getSmtp().getPort(), Tls.NONE))) {
            Map<String, Fate> fates = mailer.deliver(new Mailer.Envelope("x.1", List.of(ME, YOU), mail.bytes()));
            assertThat(fates).containsOnly(Map.entry(ME, new Fate.Accepted()), Map.entry(YOU, new Fate.Accepted()));
            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(2);
            assertThat(received[0].getMessageID()).isEqualTo(mail.messageId());
            assertThat(received[0].getSubject()).isEqualTo(mail.subject());
            assertThat(received[0].getHeader("Return-Path")).containsExactly("<bounces@example.org>");
            assertThat(lines(received[0].getInputStream().readAllBytes())).isSubsetOf(lines(mail.bytes()));
        } finally {
            server.stop();
        }
    }

    @Test
    void withTheRightPasswordItIsTakenAndWithAWrongOneSomebodyMustAct() throws Exception {
        GreenMail server = started(ServerSetup.PROTOCOL_SMTP);
        if (server.setUser("leeway@example.org", "leeway", "secret") == null) {
            throw new AssertionError("the test server has no user");
        }
        server.getUserManager().setAuthRequired(true);
        try (SmtpMailer right = mailer(withLogin(server, "secret\n"));
                SmtpMailer wrong = mailer(withLogin(server, "guess"))) {
            assertThat(fate(right)).isEqualTo(new Fate.Accepted());
            assertThat(deferred(fate(wrong)).cause()).isEqualTo(Cause.CONFIGURATION);
            assertThat(deferred(fate(wrong)).reason())
                    .contains("the login was refused")
                    .doesNotContain("guess");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMissingPasswordFileIsAMistakeOfTheConfiguration() throws Exception {
        MailSettings.Login login =
                new MailSettings.Login("me", folder.resolve("none").toString());
        try (SmtpMailer mailer = mailer(new MailSettings.Server("127.0.0.1", 1, Tls.NONE, Optional.of(login)))) {
            assertThat(deferred(fate(mailer)).cause()).isEqualTo(Cause.CONFIGURATION);
        }
    }

    @Test
    void aServerWithoutStarttlsGetsNothing() throws Exception {
        try (FaultyServer server = new FaultyServer();
                SmtpMailer mailer = mailer(server(server.port(), Tls.STARTTLS))) {
            assertThat(deferred(fate(mailer)).cause()).isEqualTo(Cause.CONFIGURATION);
            assertThat(deferred(fate(mailer)).reason()).contains("STARTTLS");
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsNotTrusted() throws Exception {
        GreenMail server = started(ServerSetup.PROTOCOL_SMTPS);
        try (SmtpMailer mailer = mailer(server(server.getSmtps().getPort(), Tls.IMPLICIT))) {
            assertThat(deferred(fate(mailer)).cause()).isEqualTo(Cause.CONFIGURATION);
        } finally {
            server.stop();
        }
    }

    /** The mail goes to me, who is always welcome, and to you: what each command is answered, and what becomes of both. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GREETING              | hang up          | SERVER        | SERVER",
                "GREETING              | 421 too busy     | SERVER        | SERVER",
                "EHLO                  | hang up          | SERVER        | SERVER",
                "MAIL                  | 451 later        | MAIL          | MAIL",
                "MAIL                  | 550 who are you  | CONFIGURATION | CONFIGURATION",
                "MAIL                  | 530 log in first | CONFIGURATION | CONFIGURATION",
                "RCPT TO:<you          | 451 greylisted   | accepted      | MAIL",
                "RCPT TO:<you          | 550 no such user | accepted      | refused",
                "RCPT                  | 550 no such user | refused       | refused",
                "RCPT                  | 451 greylisted   | MAIL          | MAIL",
                "DATA                  | 451 later        | MAIL          | MAIL",
                "DATA                  | 554 no           | refused       | refused",
                ".                     | 554 spam         | refused       | refused",
                ".                     | 452 disk full    | MAIL          | MAIL",
                ".                     | hang up          | SERVER        | SERVER",
                "QUIT                  | hang up          | accepted      | accepted"
            })
    void everyAnswerHasItsMeaningForEveryRecipient(String command, String answer, String me, String you)
            throws Exception {
        try (FaultyServer server = new FaultyServer().answering(command, answer);
                SmtpMailer mailer = mailer(server(server.port(), Tls.NONE))) {
            Map<String, Fate> fates = mailer.deliver(envelope());
            assertThat(List.of(name(fates.get(ME)), name(fates.get(YOU)))).isEqualTo(List.of(me, you));
            assertThat(server.taken()).hasSize(me.equals("accepted") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING", "EHLO", "."})
    void aServerThatDripsIsCut(String command) throws Exception {
        try (FaultyServer server = new FaultyServer().answering(command, FaultyServer.DRIP);
                SmtpMailer mailer = mailer(Duration.ofMillis(500), server(server.port(), Tls.NONE))) {
            assertThat(deferred(fate(mailer)))
                    .extracting(
                            Fate.Deferred::cause, deferred -> deferred.reason().contains("took too long"))
                    .containsExactly(Cause.SERVER, true);
        }
    }

    @Test
    void theNextServerTakesOverWhenOneCannotBeReached() throws Exception {
        int closed;
        try (FaultyServer gone = new FaultyServer()) {
            closed = gone.port();
        }
        try (FaultyServer server = new FaultyServer();
                SmtpMailer mailer = mailer(server(closed, Tls.NONE), server(server.port(), Tls.NONE))) {
            assertThat(fate(mailer)).isEqualTo(new Fate.Accepted());
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void aMailThatMayHaveBeenTakenIsNotGivenToTheNextServer() throws Exception {
        try (FaultyServer unsure = new FaultyServer().answering(".", FaultyServer.HANG_UP);
                FaultyServer next = new FaultyServer();
                SmtpMailer mailer = mailer(server(unsure.port(), Tls.NONE), server(next.port(), Tls.NONE))) {
            assertThat(deferred(fate(mailer)).cause()).isEqualTo(Cause.SERVER);
            assertThat(next.taken()).isEmpty();
        }
    }

    @Test
    void withoutAServerAMailIsAFile() throws Exception {
        Path mails = folder.resolve("mail");
        Map<String, Fate> fates = new EmlFolder(mails).deliver(new Mailer.Envelope("../x.1", List.of(ME), bytes()));
        assertThat(fates).containsOnly(Map.entry(ME, new Fate.Accepted()));
        assertThat(mails.resolve(".._x.1.eml")).hasBinaryContent(bytes());
        try (var files = Files.list(mails)) {
            assertThat(files).hasSize(1);
        }
    }

    private static SmtpMailer mailer(MailSettings.Server... servers) {
        return mailer(Duration.ofSeconds(30), servers);
    }

    private static SmtpMailer mailer(Duration wholeAttempt, MailSettings.Server... servers) {
        Duration most = Duration.ofSeconds(20);
        return new SmtpMailer(new MailSettings(
                "Leeway <leeway@example.org>",
                Optional.of("bounces@example.org"),
                "example.org",
                List.of(servers),
                new MailSettings.Timeouts(most, most, most, wholeAttempt)));
    }

    private static MailSettings.Server server(int port, Tls tls) {
        return new MailSettings.Server("127.0.0.1", port, tls, Optional.empty());
    }

    private MailSettings.Server withLogin(GreenMail server, String password) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "password", ""), password);
        return new MailSettings.Server(
                "127.0.0.1",
                server.getSmtp().getPort(),
                Tls.NONE,
                Optional.of(new MailSettings.Login("leeway", file.toString())));
    }

    private static GreenMail started(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        return server;
    }

    private static Fate fate(SmtpMailer mailer) {
        return Optional.ofNullable(mailer.deliver(envelope()).get(ME)).orElseThrow();
    }

    private static Fate.Deferred deferred(Fate fate) {
        assertThat(fate).isInstanceOf(Fate.Deferred.class);
        return (Fate.Deferred) fate;
    }

    private static String name(@Nullable Fate fate) {
        if (fate instanceof Fate.Deferred deferred) {
            return deferred.cause().name();
        }
        return fate instanceof Fate.Refused ? "refused" : "accepted";
    }

    private static Mailer.Envelope envelope() {
        return new Mailer.Envelope("x.1", List.of(ME, YOU), bytes());
    }

    private static byte[] bytes() {
        return "From: leeway@example.org\r\nTo: me@example.org\r\nSubject: x\r\n\r\nx\r\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> lines(byte[] bytes) {
        return new ArrayList<>(
                new String(bytes, StandardCharsets.US_ASCII).lines().toList());
    }
}
