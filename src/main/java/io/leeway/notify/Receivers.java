package io.leeway.notify;

import io.leeway.routing.Route;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who can be told, and by which way.
 *
 * @param page where the service shows itself to a reader of a mail, without a slash at its end
 * @param all by name
 * @param route who is told what, and when
 */
public record Receivers(MailSettings mail, Optional<String> page, Map<String, Receiver> all, Route route) {
    public Receivers {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** The owner of a rule is told, at once. */
    public Receivers(MailSettings mail, Optional<String> page, Map<String, Receiver> all) {
        this(mail, page, all, Route.TO_OWNER);
    }

    public Optional<Receiver> receiver(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** The same with another address of the page. */
    public Receivers withPage(String address) {
        return new Receivers(mail, Optional.of(address), all, route);
    }
}
