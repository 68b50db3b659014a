package io.leeway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.PemFiles;
import io.leeway.notify.Archive;
import io.leeway.notify.Fate;
import io.leeway.notify.Mail;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Mailer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through a real mail server, over TLS, into mailboxes. */
class PostfixTest {
    @TempDir
    private Path folder;

    @Test
    void mailsArriveInMailboxesAsTheyWereDecidedAndTheDeadAddressIsTold() throws Exception {
        List<Mail> mails = new Flights()
                .distanceInKilometres().archive().mails().stream()
                        .map(Archive.Entry::mail)
                        .toList();
        PemFiles keys = PemFiles.make(folder, "mta");
        Path authorities = Files.writeString(folder.resolve("authorities.pem"), keys.chain());
        try (Postfix postfix = Postfix.start(folder, keys);
                SmtpMailer mailer = mailer(postfix.port(), authorities)) {
            for (Mail mail : mails) {
                Map<String, Fate> fates = mailer.deliver(new Mailer.Envelope(
                        mail.key().toString(),
                        List.of("me@example.org", "gone@example.org", "you@example.org"),
                        mail.bytes()));
                assertThat(fates)
                        .containsEntry("me@example.org", new Fate.Accepted())
                        .containsEntry("you@example.org", new Fate.Accepted())
                        .hasEntrySatisfying(
                                "gone@example.org",
                                fate -> assertThat(fate)
                                        .isInstanceOf(Fate.Refused.class)
                                        .asString()
                                        .contains("User unknown"));
            }
            List<String> me = postfix.mails("me", mails.size()).stream()
                    .map(PostfixTest::read)
                    .toList();
            assertThat(postfix.mails("you", mails.size())).hasSameSizeAs(mails);
            for (Mail mail : mails) {
                String decided = new String(mail.bytes(), StandardCharsets.US_ASCII).replace("\r\n", "\n");
                assertThat(me).anySatisfy(arrived -> assertThat(arrived).endsWith(decided));
            }
            assertThat(me)
                    .allSatisfy(arrived -> assertThat(arrived)
                            .startsWith("Return-Path: <bounces@example.org>")
                            .contains("with ESMTPS", "TLSv1.3"));
        }
    }

    private static SmtpMailer mailer(int port, Path authorities) {
        return new SmtpMailer(new MailSettings(
                "Leeway <leeway@example.org>",
                Optional.of("bounces@example.org"),
                "example.org",
                List.of(new MailSettings.Server(
                        "127.0.0.1",
                        port,
                        MailSettings.Tls.STARTTLS,
                        Optional.empty(),
                        Optional.of(authorities.toString()))),
                MailSettings.Timeouts.DEFAULTS));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
