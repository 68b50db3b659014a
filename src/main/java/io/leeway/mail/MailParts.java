package io.leeway.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail taken apart, to be looked at without a mail client.
 *
 * @param html with its picture inside
 */
public record MailParts(String html, Optional<byte[]> picture) {
    private static final MailParts NOTHING = new MailParts("", Optional.empty());

    /** The parts of a mail of ours. */
    public static MailParts of(byte[] mail) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            return NOTHING.with((Multipart) message.getContent()).shown();
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("this is no mail of ours", e);
        }
    }

    /** The plain text of a mail of ours. */
    static String text(MimeMessage mail) throws MessagingException, IOException {
        return ((Multipart) mail.getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private MailParts with(Multipart bodies) throws MessagingException, IOException {
        MailParts parts = this;
        for (int i = 0; i < bodies.getCount(); i++) {
            BodyPart part = bodies.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                parts = parts.with(inner);
            } else if (part.isMimeType("text/html")) {
                parts = new MailParts(part.getContent().toString(), parts.picture);
            } else if (part.isMimeType("image/png")) {
                parts = new MailParts(parts.html, Optional.of(bytes(part)));
            }
        }
        return parts;
    }

    private MailParts shown() {
        return picture.map(png -> new MailParts(
                        html.replaceAll(
                                "src=\"cid:[^\"]*\"",
                                "src=\"data:image/png;base64,"
                                        + Base64.getEncoder().encodeToString(png) + "\""),
                        picture))
                .orElse(this);
    }

    private static byte[] bytes(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
