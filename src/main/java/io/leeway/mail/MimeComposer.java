package io.leeway.mail;

import io.leeway.alert.Incident;
import io.leeway.alert.Level;
import io.leeway.notify.Composer;
import io.leeway.notify.Exhibits;
import io.leeway.notify.Letter;
import io.leeway.notify.MailSettings;
import io.leeway.notify.Offers;
import io.leeway.notify.Receiver;
import io.leeway.notify.Receivers;
import io.leeway.notify.Roundup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a message of text and HTML, both complete. The same letter gives the same bytes: nothing in them is random or of
 * this moment. The subject stays that of the opening but for the word in its brackets, and References lead to the opening,
 * so that every client keeps the incident in one thread.
 */
public final class MimeComposer implements Composer {
    private static final Pattern NAMED = Pattern.compile("(.*)<([^<>]+)>");

    private final Session session = Session.getInstance(new Properties());
    private final Exhibits exhibits;
    private final Offers offers;

    /** One whose mails have no pictures. */
    public MimeComposer() {
        this(Exhibits.NONE);
    }

    /** One by whose mails nothing can be done. */
    public MimeComposer(Exhibits exhibits) {
        this(exhibits, Offers.NONE);
    }

    public MimeComposer(Exhibits exhibits, Offers offers) {
        this.exhibits = exhibits;
        this.offers = offers;
    }

    @Override
    public Composed compose(Letter letter) {
        Story story = Story.of(letter, exhibits.of(letter.incident()), offers.of(letter));
        String subject =
                "[" + story.badge() + "] " + Clean.subject(letter.incident().title());
        String text = TextBody.of(story);
        return composed(letter.messageId(), subject, text, message -> {
            address(message, letter.receiver(), letter.receivers());
            headers(message, letter, subject);
            message.setContent(Bodies.of(letter.messageId(), text, story));
        });
    }

    @Override
    public Composed compose(Roundup roundup) {
        Story story = RoundupStory.of(roundup);
        String subject = RoundupStory.subject(roundup);
        String text = TextBody.of(story);
        return composed(roundup.messageId(), subject, text, message -> {
            address(message, roundup.receiver(), roundup.receivers());
            common(message, roundup.date(), subject);
            message.setHeader("List-Id", listId(roundup.receiver(), roundup.receivers()));
            message.setContent(Bodies.of(roundup.messageId(), text, story));
        });
    }

    private Composed composed(String messageId, String subject, String text, Filling filling) {
        try {
            MimeMessage message = new Identified(session, messageId);
            filling.fill(message);
            message.saveChanges();
            return new Composed(subject, text, bytes(message));
        } catch (MessagingException e) {
            throw new IllegalStateException("making the mail " + messageId, e);
        } catch (IOException e) {
            throw new UncheckedIOException("making the mail " + messageId, e);
        }
    }

    private static void address(MimeMessage message, Receiver receiver, Receivers receivers)
            throws MessagingException, IOException {
        message.setFrom(sender(receivers.mail()));
        for (String address : receiver.email()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        }
    }

    static InternetAddress sender(MailSettings settings) throws MessagingException, UnsupportedEncodingException {
        Matcher named = NAMED.matcher(settings.from());
        if (!named.matches()) {
            return new InternetAddress(settings.from(), true);
        }
        InternetAddress address = new InternetAddress(named.group(2), true);
        address.setPersonal(Clean.subject(named.group(1)), StandardCharsets.UTF_8.name());
        return address;
    }

    private static void headers(MimeMessage message, Letter letter, String subject) throws MessagingException {
        common(message, letter.date(), subject);
        if (!letter.thread().isEmpty()) {
            List<String> thread = letter.thread();
            message.setHeader("In-Reply-To", thread.get(thread.size() - 1));
            message.setHeader("References", String.join("\r\n ", references(thread)));
        }
        message.setHeader("List-Id", listId(letter.receiver(), letter.receivers()));
        if (letter.incident().level() == Level.CRITICAL && letter.incident().open()) {
            message.setHeader("Importance", "high");
        }
        ours(message, letter);
    }

    private static void common(MimeMessage message, Instant date, String subject) throws MessagingException {
        message.setSentDate(Date.from(date));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
    }

    /** The root and the last: enough for every client, and never longer than a header may be. */
    private static List<String> references(List<String> thread) {
        List<String> references = new ArrayList<>(List.of(thread.get(0)));
        if (thread.size() > 1) {
            references.add(thread.get(thread.size() - 1));
        }
        return references;
    }

    private static String listId(Receiver receiver, Receivers receivers) {
        return "<" + Clean.label(receiver.name()) + ".alerts."
                + receivers.mail().messageIdDomain() + ">";
    }

    private static void ours(MimeMessage message, Letter letter) throws MessagingException {
        Incident incident = letter.incident();
        message.setHeader("X-Leeway-Incident", Clean.header(incident.id()));
        message.setHeader("X-Leeway-Rule", Clean.header(incident.rule()));
        message.setHeader("X-Leeway-Model", Clean.header(incident.model()));
        message.setHeader("X-Leeway-Version", Clean.header(incident.version()));
        message.setHeader("X-Leeway-Level", Clean.header(incident.level().text()));
        message.setHeader("X-Leeway-State", Clean.header(incident.state().text()));
        message.setHeader("X-Leeway-Since", incident.span().since().toString());
        if (incident.span().cleared().isPresent()) {
            message.setHeader("X-Leeway-Until", incident.span().cleared().get().toString());
        }
        message.setHeader("X-Leeway-Reason", Clean.header(letter.reason().text()));
    }

    static byte[] bytes(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }

    /** Puts everything into a message. */
    @FunctionalInterface
    private interface Filling {
        void fill(MimeMessage message) throws MessagingException, IOException;
    }

    /** A message that keeps its own Message-ID: a plain one makes a new one whenever it is saved. */
    static final class Identified extends MimeMessage {
        private final String messageId;

        Identified(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
