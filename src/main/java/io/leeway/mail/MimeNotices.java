package io.leeway.mail;

import io.leeway.notify.Composer;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Notice;
import io.leeway.notify.NoticeComposer;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** Mails of the service about itself, in the form of the others, and notes in mails that come late. */
public final class MimeNotices implements NoticeComposer {
    private final Session session = Session.getInstance(new Properties());
    private final MailSettings settings;

    public MimeNotices(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public Composer.Composed compose(Notice notice) {
        Story story = story(notice);
        String subject = "[" + notice.word() + "] " + Clean.subject(notice.subject());
        String text = TextBody.of(story);
        try {
            MimeMessage message = new MimeComposer.Identified(session, notice.messageId());
            headers(message, notice, subject);
            message.setContent(Bodies.of(notice.messageId(), text, story));
            message.saveChanges();
            return new Composer.Composed(subject, text, MimeComposer.bytes(message));
        } catch (MessagingException e) {
            throw new IllegalStateException("making the mail " + notice.messageId(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("making the mail " + notice.messageId(), e);
        }
    }

    @Override
    public byte[] withNote(byte[] mail, String sentence) {
        try {
            MimeMessage message = new Kept(session, mail);
            Multipart bodies = (Multipart) message.getContent();
            note(bodies, sentence);
            message.setContent(bodies);
            message.saveChanges();
            return MimeComposer.bytes(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("adding a note to a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException("adding a note to a mail", e);
        }
    }

    private static Story story(Notice notice) {
        List<Story.Fact> facts = notice.facts().stream()
                .map(fact -> new Story.Fact(fact.name(), fact.value()))
                .toList();
        return new Story(
                notice.word(), notice.sentence(), facts, List.of(), "", notice.steps(), List.of(), notice.why());
    }

    private void headers(MimeMessage message, Notice notice, String subject) throws MessagingException, IOException {
        message.setFrom(MimeComposer.sender(settings));
        for (String address : notice.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        }
        message.setSentDate(Date.from(notice.date()));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Id", "<service.alerts." + settings.messageIdDomain() + ">");
        message.setHeader("X-Leeway-State", Clean.header(notice.word()));
    }

    private static void note(Multipart bodies, String sentence) throws MessagingException, IOException {
        for (int i = 0; i < bodies.getCount(); i++) {
            BodyPart part = bodies.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                note(inner, sentence);
            } else if (part.isMimeType("text/plain")) {
                replace(part, "plain", TextBody.withNote(text(part), sentence));
            } else if (part.isMimeType("text/html")) {
                replace(part, "html", HtmlBody.withNote(text(part), sentence));
            }
        }
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        return part.getContent().toString().replace("\r\n", "\n");
    }

    private static void replace(BodyPart part, String subtype, String text) throws MessagingException {
        part.setContent(text.replace("\n", "\r\n"), "text/" + subtype + "; charset=UTF-8");
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    /** A message that keeps its Message-ID when it is saved again. */
    private static final class Kept extends MimeMessage {
        Kept(Session session, byte[] bytes) throws MessagingException {
            super(session, new ByteArrayInputStream(bytes));
        }

        @Override
        protected void updateMessageID() {}
    }
}
