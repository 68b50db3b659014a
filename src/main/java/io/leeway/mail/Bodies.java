package io.leeway.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text and HTML as alternatives; the picture, if there is one, belongs to the HTML and is fetched from nowhere. */
final class Bodies {
    private Bodies() {}

    static MimeMultipart of(String messageId, String text, Story story) throws MessagingException {
        MimeMultipart bodies = new Parts(messageId, "alternative");
        bodies.addBodyPart(part(text, "plain"));
        Optional<Picture> picture = story.shown().picture();
        MimeBodyPart html = part(HtmlBody.of(story, pictureId(messageId)), "html");
        bodies.addBodyPart(picture.isPresent() ? related(messageId, html, picture.get()) : html);
        return bodies;
    }

    private static MimeBodyPart related(String messageId, MimeBodyPart html, Picture picture)
            throws MessagingException {
        MimeMultipart together = new Parts(messageId, "related");
        together.addBodyPart(html);
        together.addBodyPart(image(messageId, picture));
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(together);
        return part;
    }

    private static MimeBodyPart image(String messageId, Picture picture) throws MessagingException {
        MimeBodyPart image = new MimeBodyPart();
        image.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
        image.setContentID("<" + pictureId(messageId) + ">");
        image.setHeader("Content-Type", "image/png; name=\"picture.png\"");
        image.setHeader("Content-Disposition", "inline; filename=\"picture.png\"");
        image.setHeader("Content-Transfer-Encoding", "base64");
        return image;
    }

    private static String pictureId(String messageId) {
        return "picture." + messageId.replaceAll("[<>]", "");
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content.replace("\n", "\r\n"), StandardCharsets.UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Parts between boundaries that follow from the Message-ID; "=_" cannot stand in quoted-printable text. */
    private static final class Parts extends MimeMultipart {
        Parts(String messageId, String subtype) {
            super(subtype);
            String kind = subtype.equals("related") ? "=_r" : "=_";
            String boundary = kind + messageId.replaceAll("@.*|[^a-z0-9.]", "");
            contentType = "multipart/" + subtype + "; boundary=\"" + boundary + "\"";
        }
    }
}
