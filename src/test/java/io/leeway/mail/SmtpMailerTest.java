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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            assertThat(deferred(fate(mailer)).cause()).isEqualTo(Cause.UNSURE);
            assertThat(next.taken()).isEmpty();
        }
    }

    @Test
    void aServerThatCannotBeReachedIsLeftAloneAndThenProbed() throws Exception {
        AtomicLong now = new AtomicLong();
        try (FaultyServer down = new FaultyServer().answering("GREETING", "421 down");
                FaultyServer next = new FaultyServer();
                SmtpMailer mailer = new SmtpMailer(
                        settings(Duration.ofSeconds(30), server(down.port(), Tls.NONE), server(next.port(), Tls.NONE)),
                        now::get)) {
            for (int mail = 0; mail < 10; mail++) {
                assertThat(fate(mailer)).isEqualTo(new Fate.Accepted());
            }
            assertThat(down.connections()).isEqualTo(3);
            now.addAndGet(Duration.ofSeconds(10).toNanos());
            assertThat(fate(mailer)).isEqualTo(new Fate.Accepted());
            assertThat(down.connections()).as("one probe").isEqualTo(4);
            now.addAndGet(Duration.ofSeconds(19).toNanos());
            assertThat(fate(mailer)).isEqualTo(new Fate.Accepted());
            assertThat(down.connections()).as("and twice as long a rest").isEqualTo(4);
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            down.answering("GREETING", "220 up");
            assertThat(fate(mailer)).isEqualTo(new Fate.Accepted());
            assertThat(down.taken()).hasSize(1);
            assertThat(next.taken()).hasSize(12);
        }
    }

    @Test
    void aServerLeftAloneIsNamedWithWhatItSaidLast() throws Exception {
        try (FaultyServer down = new FaultyServer().answering("GREETING", "421 down");
                SmtpMailer mailer = mailer(server(down.port(), Tls.NONE))) {
            for (int mail = 0; mail < 4; mail++) {
                assertThat(deferred(fate(mailer)).reason()).contains("421 down");
            }
            assertThat(deferred(fate(mailer)).reason()).contains("is left alone for a while");
        }
    }

    @Test
    void aServerSaysWhetherAMailCouldLeave() throws Exception {
        try (FaultyServer server = new FaultyServer();
                SmtpMailer mailer = mailer(server(server.port(), Tls.NONE))) {
            assertThat(mailer.trouble()).isEmpty();
            server.answering("NOOP", "421 going");
            assertThat(mailer.trouble()).isPresent();
            server.answering("GREETING", "421 down");
            assertThat(mailer.trouble()).get().asString().contains("421 down");
            assertThat(server.taken()).isEmpty();
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
        return new SmtpMailer(settings(wholeAttempt, servers));
    }

    private static MailSettings settings(Duration wholeAttempt, MailSettings.Server... servers) {
        Duration most = Duration.ofSeconds(20);
        return new MailSettings(
                "Leeway <leeway@example.org>",
                Optional.of("bounces@example.org"),
                "example.org",
                List.of(servers),
                new MailSettings.Timeouts(most, most, most, wholeAttempt));
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
