package io.leeway.mail;

import io.leeway.notify.Fate;
import io.leeway.notify.Fate.Cause;
import io.leeway.notify.MailSettings;
import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of an attempt at one server.
 *
 * @param reached whether the server was there: if not, another may be tried
 * @param whole the fate of everybody who is not told apart
 * @param others the fates of those who are
 */
record Attempt(boolean reached, Fate whole, Map<String, Fate> others) {
    static final Attempt NONE = new Attempt(false, new Fate.Deferred(Cause.SERVER, "no mail server is set"), Map.of());

    Attempt {
        others = Map.copyOf(others);
    }

    static Attempt done(MailSettings.Server server) {
        return new Attempt(true, new Fate.Accepted(), Map.of());
    }

    static Attempt misconfigured(MailSettings.Server server, String reason) {
        return new Attempt(false, new Fate.Deferred(Cause.CONFIGURATION, server + ": " + reason), Map.of());
    }

    static Attempt leftAlone(MailSettings.Server server, String reason) {
        return new Attempt(
                false,
                new Fate.Deferred(Cause.SERVER, reason + "; " + server + " is left alone for a while"),
                Map.of());
    }

    static Attempt failed(Connection connection, MessagingException failure) {
        Phase phase = connection.transport().phase();
        Verdicts verdicts = Verdicts.of(failure, phase);
        boolean cut = connection.wasCut() && phase != Phase.ACCEPTED;
        Fate whole = cut ? cut(phase) : verdicts.whole();
        Map<String, Fate> named = new HashMap<>();
        if (!cut) {
            verdicts.others().forEach((address, fate) -> named.put(address, named(connection.server(), fate)));
        }
        return new Attempt(phase != Phase.CONNECTING, named(connection.server(), whole), named);
    }

    Map<String, Fate> fates(List<String> recipients) {
        Map<String, Fate> fates = new HashMap<>();
        recipients.forEach(recipient -> fates.put(recipient, others.getOrDefault(recipient, whole)));
        return fates;
    }

    /** What stands in the way of everybody. */
    Optional<String> trouble() {
        return whole instanceof Fate.Deferred deferred ? Optional.of(deferred.reason()) : Optional.empty();
    }

    private static Fate cut(Phase phase) {
        Cause cause = phase == Phase.COMMITTING ? Cause.UNSURE : Cause.SERVER;
        return new Fate.Deferred(cause, "the whole attempt took too long");
    }

    private static Fate named(MailSettings.Server server, Fate fate) {
        if (fate instanceof Fate.Deferred deferred) {
            return new Fate.Deferred(deferred.cause(), server + ": " + deferred.reason());
        }
        return fate instanceof Fate.Refused refused ? new Fate.Refused(server + ": " + refused.reason()) : fate;
    }
}
