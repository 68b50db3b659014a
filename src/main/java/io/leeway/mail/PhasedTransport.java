package io.leeway.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A transport that knows how far it came: exceptions and return codes alone do not tell. */
final class PhasedTransport extends SMTPTransport {
    private Phase phase = Phase.CONNECTING;

    PhasedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    Phase phase() {
        return phase;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        phase = Phase.ENVELOPE;
        super.mailFrom();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        phase = Phase.DATA;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        phase = Phase.COMMITTING;
        super.finishData();
        phase = Phase.ACCEPTED;
    }
}
