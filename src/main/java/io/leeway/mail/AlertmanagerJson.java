package io.leeway.mail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a mail of ours says, as the JSON that Prometheus Alertmanager sends to webhooks (version 4), so that whatever takes
 * that takes this. It follows from the bytes of the mail alone.
 */
public final class AlertmanagerJson {
    private static final JsonFactory JSON = new JsonFactory();
    /** What Alertmanager writes for an alert that has not ended. */
    private static final String NOT_ENDED = "0001-01-01T00:00:00Z";

    private final MimeMessage mail;

    private AlertmanagerJson(MimeMessage mail) {
        this.mail = mail;
    }

    /** The JSON of a mail. */
    public static String of(byte[] mail) {
        try {
            return new AlertmanagerJson(
                            new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)))
                    .json();
        } catch (MessagingException e) {
            throw new IllegalArgumentException("this is no mail of ours", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String json() throws IOException, MessagingException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("version", "4");
            out.writeStringField("groupKey", header("Incident").orElse(mail.getMessageID()));
            out.writeNumberField("truncatedAlerts", 0);
            out.writeStringField("status", status());
            out.writeStringField("receiver", listName());
            object(out, "groupLabels", Map.of("alertname", rule()));
            object(out, "commonLabels", labels());
            object(out, "commonAnnotations", annotations());
            out.writeStringField("externalURL", "");
            out.writeArrayFieldStart("alerts");
            alert(out);
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }

    private void alert(JsonGenerator out) throws IOException, MessagingException {
        out.writeStartObject();
        out.writeStringField("status", status());
        object(out, "labels", labels());
        object(out, "annotations", annotations());
        out.writeStringField("startsAt", header("Since").orElse(decided()));
        out.writeStringField(
                "endsAt",
                status().equals("firing") ? NOT_ENDED : header("Until").orElse(decided()));
        out.writeStringField("generatorURL", "");
        out.writeStringField("fingerprint", header("Incident").orElse(""));
        out.writeEndObject();
    }

    private Map<String, String> labels() throws MessagingException {
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", rule());
        labels.put("severity", header("Level").orElse("info"));
        for (String name : new String[] {"Model", "Version", "Incident"}) {
            header(name).ifPresent(value -> labels.put(name.toLowerCase(Locale.ROOT), value));
        }
        return labels;
    }

    private Map<String, String> annotations() throws MessagingException, IOException {
        return Map.of(
                "summary", Optional.ofNullable(mail.getSubject()).orElse(""), "description", MailParts.text(mail));
    }

    /** A mail about the service itself is firing too, but for the sign of life. */
    private String status() throws MessagingException {
        String state = header("State").orElse("open");
        return state.equals("resolved") || state.equals("withdrawn") ? "resolved" : "firing";
    }

    private String rule() throws MessagingException {
        return header("Rule").orElse("leeway");
    }

    private String listName() throws MessagingException {
        return Optional.ofNullable(mail.getHeader("List-Id", null))
                .map(list -> list.replaceAll("^<|\\..*$", ""))
                .orElse("");
    }

    private String decided() throws MessagingException {
        return Optional.ofNullable(mail.getSentDate())
                .map(date -> date.toInstant().toString())
                .orElse(Instant.EPOCH.toString());
    }

    private Optional<String> header(String name) throws MessagingException {
        return Optional.ofNullable(mail.getHeader("X-Leeway-" + name, null));
    }

    private static void object(JsonGenerator out, String name, Map<String, String> values) throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
            out.writeStringField(value.getKey(), value.getValue());
        }
        out.writeEndObject();
    }
}
