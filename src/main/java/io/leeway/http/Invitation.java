package io.leeway.http;

import io.leeway.links.Deed;
import java.time.Instant;
import java.util.Optional;

/**
 * What a link in a mail is good for.
 *
 * @param offer empty where it is good for nothing
 */
public record Invitation(Standing standing, Optional<Offer> offer) {
    public static final Invitation FORGED = new Invitation(Standing.FORGED, Optional.empty());
    public static final Invitation EXPIRED = new Invitation(Standing.EXPIRED, Optional.empty());

    /** How it stands with the link. */
    public enum Standing {
        /** It can be followed. */
        OPEN,
        /** It has just been followed. */
        DONE,
        /** The incident is over: there is nothing to be done. */
        OVER,
        /** It is too old, or its incident is forgotten. */
        EXPIRED,
        /** We never wrote it. */
        FORGED
    }

    /**
     * What will be done.
     *
     * @param incident as it is now
     * @param receiver who was sent the link
     * @param until when that ends by itself
     */
    public record Offer(Deed deed, OnCall.Incident incident, String receiver, Instant until) {}

    /** The same, done, with the incident as it is then. */
    public Invitation done(OnCall.Incident now) {
        return new Invitation(
                Standing.DONE, offer.map(before -> new Offer(before.deed(), now, before.receiver(), before.until())));
    }
}
