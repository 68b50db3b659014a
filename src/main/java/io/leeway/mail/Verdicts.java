package io.leeway.mail;

import io.leeway.notify.Fate;
import io.leeway.notify.Fate.Cause;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What an exception of the mail library means for each recipient. Reply codes: 4yz may work later, 5yz never will
 * (RFC 5321, 4.2.1); 421 is the server going away; 530 and 535 ask for another login; none at all
 * means that the connection ended.
 *
 * @param whole the fate of everybody who is not told apart
 * @param others the fates of those who are
 */
record Verdicts(Fate whole, Map<String, Fate> others) {
    private static final int LONGEST = 300;
    private static final int LONGEST_CHAIN = 10_000;

    static Verdicts of(MessagingException failure, Phase phase) {
        Map<String, Fate> others = new HashMap<>();
        if (phase == Phase.ACCEPTED && failure instanceof SendFailedException partly) {
            for (Address sent : partly.getValidSentAddresses()) {
                others.put(sent.toString(), new Fate.Accepted());
            }
        }
        chain(failure)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .forEach(address ->
                        others.put(address.getAddress().getAddress(), byCode(address.getReturnCode(), text(address))));
        return new Verdicts(whole(failure, phase), others);
    }

    private static Fate whole(MessagingException failure, Phase phase) {
        if (failure instanceof AuthenticationFailedException) {
            return new Fate.Deferred(Cause.CONFIGURATION, "the login was refused: " + text(failure));
        }
        if (phase == Phase.CONNECTING) {
            return new Fate.Deferred(untrusted(failure) ? Cause.CONFIGURATION : Cause.SERVER, text(failure));
        }
        if (phase == Phase.ENVELOPE && chain(failure).anyMatch(SMTPSenderFailedException.class::isInstance)) {
            return sender(failure);
        }
        if (failure instanceof SMTPSendFailedException answer && answer.getReturnCode() > 0) {
            return byCode(answer.getReturnCode(), text(failure));
        }
        return new Fate.Deferred(phase == Phase.COMMITTING ? Cause.UNSURE : Cause.SERVER, text(failure));
    }

    /** A sender that is refused for good is a mistake of ours, not of the mail. */
    private static Fate sender(MessagingException failure) {
        Fate fate = chain(failure)
                .filter(SMTPSenderFailedException.class::isInstance)
                .map(SMTPSenderFailedException.class::cast)
                .findFirst()
                .map(sender -> byCode(sender.getReturnCode(), text(sender)))
                .orElseThrow();
        return fate instanceof Fate.Refused refused
                ? new Fate.Deferred(Cause.CONFIGURATION, "the sender was refused: " + refused.reason())
                : fate;
    }

    private static Fate byCode(int code, String text) {
        if (code <= 0 || code == 421) {
            return new Fate.Deferred(Cause.SERVER, text);
        }
        if (code == 530 || code == 535) {
            return new Fate.Deferred(Cause.CONFIGURATION, text);
        }
        return code >= 500 ? new Fate.Refused(text) : new Fate.Deferred(Cause.MAIL, text);
    }

    /** The failure and those chained to it. */
    private static Stream<Exception> chain(MessagingException failure) {
        List<Exception> all = new ArrayList<>(List.of(failure));
        MessagingException each = failure;
        while (each.getNextException() instanceof MessagingException next && all.size() < LONGEST_CHAIN) {
            all.add(next);
            each = next;
        }
        return all.stream();
    }

    /** Whether a connection failed for want of TLS that can be trusted, and not because the other side went away meanwhile. */
    private static boolean untrusted(MessagingException failure) {
        boolean tls = text(failure).contains("STARTTLS is required") || caused(failure, SSLException.class);
        return tls
                && !caused(failure, EOFException.class)
                && !caused(failure, SocketException.class)
                && !caused(failure, SocketTimeoutException.class);
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (kind.isInstance(each)) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    private static String text(Exception failure) {
        String text = Clean.line(String.valueOf(failure.getMessage()));
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
