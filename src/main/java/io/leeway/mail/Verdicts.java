package io.leeway.mail;

import io.leeway.notify.Fate;
import io.leeway.notify.Fate.Cause;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What an exception of the mail library means for each recipient. Reply codes: 4yz may work later, 5yz never will
 * (RFC 5321, 4.2.1); 421 is the server going away; 530 and 535 ask for another login.
 */
final class Verdicts {
    private static final int LONGEST = 300;
    private static final int LONGEST_CHAIN = 10_000;

    private Verdicts() {}

    static Map<String, Fate> of(MessagingException failure, Phase phase, List<String> recipients) {
        Fate whole = whole(failure, phase);
        Map<String, Fate> fates = new HashMap<>();
        recipients.forEach(recipient -> fates.put(recipient, whole));
        if (phase == Phase.ACCEPTED && failure instanceof SendFailedException partly) {
            for (Address sent : partly.getValidSentAddresses()) {
                fates.put(sent.toString(), new Fate.Accepted());
            }
        }
        chain(failure)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .forEach(address ->
                        fates.put(address.getAddress().getAddress(), byCode(address.getReturnCode(), text(address))));
        return fates;
    }

    private static Fate whole(MessagingException failure, Phase phase) {
        if (failure instanceof AuthenticationFailedException) {
            return new Fate.Deferred(Cause.CONFIGURATION, "the login was refused: " + text(failure));
        }
        if (phase == Phase.CONNECTING) {
            return new Fate.Deferred(secured(failure) ? Cause.SERVER : Cause.CONFIGURATION, text(failure));
        }
        if (phase == Phase.ENVELOPE && chain(failure).anyMatch(SMTPSenderFailedException.class::isInstance)) {
            return sender(failure);
        }
        if (failure instanceof SMTPSendFailedException answer && answer.getReturnCode() > 0) {
            return byCode(answer.getReturnCode(), text(failure));
        }
        return new Fate.Deferred(Cause.SERVER, text(failure));
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
        if (code == 421) {
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

    /** Whether a failed connection did not fail for want of TLS: a server that cannot or does it wrongly needs a person. */
    private static boolean secured(MessagingException failure) {
        String text = text(failure).toLowerCase(Locale.ROOT);
        return !(text.contains("starttls") || text.contains("to tls") || caused(failure, SSLException.class));
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
