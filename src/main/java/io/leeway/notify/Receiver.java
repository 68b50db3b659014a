package io.leeway.notify;

import io.leeway.alert.Level;
import io.leeway.routing.Daily;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody who can be told.
 *
 * @param name what rules call their owner
 * @param email addresses of mail
 * @param webhooks addresses that are told by HTTP; there is at least one of either kind
 * @param minLevel incidents below it are not told
 * @param digest what is told once a day only
 * @param limit beyond it, everything comes in one mail
 */
public record Receiver(
        String name, List<String> email, List<String> webhooks, Level minLevel, Optional<Digest> digest, Limit limit) {
    /** The host of an address, without who is let in there, port and path. */
    private static final Pattern HOST = Pattern.compile("^https?://(?:[^/?#]*@)?([^/:?#]*).*$");

    public Receiver {
        email = List.copyOf(email);
        webhooks = List.copyOf(webhooks);
        if (email.isEmpty() && webhooks.isEmpty()) {
            throw new IllegalArgumentException("receiver " + name + " needs an address");
        }
    }

    /** Told by mail alone. */
    public Receiver(String name, List<String> email, Level minLevel, Optional<Digest> digest, Limit limit) {
        this(name, email, List.of(), minLevel, digest, limit);
    }

    /** The way out to an address: every webhook is one, and all mail is one. Ways that fail keep no other from its work. */
    static String way(String address) {
        return isWebhook(address) ? address : "mail";
    }

    /** Whether an address is that of a webhook, and no mailbox. */
    public static boolean isWebhook(String address) {
        return address.startsWith("http://") || address.startsWith("https://");
    }

    /** An address as it may be shown: that of a webhook is often a secret, and only its host is told. */
    public static String shown(String address) {
        return isWebhook(address) ? HOST.matcher(address).replaceFirst("webhook at $1") : address;
    }

    /** All addresses, of either kind. */
    public List<String> addresses() {
        return Stream.concat(email.stream(), webhooks.stream()).toList();
    }

    /** The receiver once for each way out, mail first, so that neither way waits for the other. */
    List<Receiver> ways() {
        return email.isEmpty() || webhooks.isEmpty()
                ? List.of(this)
                : List.of(
                        new Receiver(name, email, List.of(), minLevel, digest, limit),
                        new Receiver(name, List.of(), webhooks, minLevel, digest, limit));
    }

    /** Told of everything by itself, within the usual limit. */
    public Receiver(String name, List<String> email, Level minLevel) {
        this(name, email, minLevel, Optional.empty(), Limit.DEFAULTS);
    }

    /** What comes in one mail a day: incidents of these levels. */
    public record Digest(Daily at, Set<Level> levels) {
        public Digest {
            levels = Set.copyOf(levels);
        }
    }

    /** So many mails within so long; what is more waits and comes in one mail, and nothing is dropped. */
    public record Limit(int mails, Duration per) {
        /** More than one mail a minute nobody reads. */
        public static final Limit DEFAULTS = new Limit(10, Duration.ofMinutes(10));
    }
}
