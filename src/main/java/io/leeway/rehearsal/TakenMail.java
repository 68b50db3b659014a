package io.leeway.rehearsal;

import io.leeway.notify.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail that the mail server took.
 *
 * @param at when
 * @param to those for whom it took it
 * @param thread the Message-ID of the first mail of its thread, which may be its own
 * @param reply whether it answers another mail
 */
public record TakenMail(Instant at, List<String> to, String subject, String text, String thread, boolean reply) {
    public TakenMail {
        to = to.stream().sorted().toList();
    }

    static TakenMail of(Instant at, List<String> to, Mailer.Envelope envelope) {
        try {
            MimeMessage mail =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(envelope.mail()));
            Optional<String> root = root(mail);
            String text =
                    ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
            return new TakenMail(
                    at,
                    to,
                    mail.getSubject(),
                    text.replace("\r\n", "\n"),
                    root.orElse(mail.getMessageID()),
                    root.isPresent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("reading the mail " + envelope.name(), e);
        }
    }

    private static Optional<String> root(MimeMessage mail) throws MessagingException {
        String references = mail.getHeader("References", " ");
        return references == null
                ? Optional.empty()
                : Optional.of(references.trim().split("\\s+")[0]);
    }

    /** Its text on one line, so that what is looked for may stand across lines. */
    String flatText() {
        return text.replaceAll("\\s+", " ");
    }
}
