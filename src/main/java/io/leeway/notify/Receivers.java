package io.leeway.notify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who can be told, and by which way.
 *
 * @param page where the service shows itself to a reader of a mail, without a slash at its end
 * @param all by name
 */
public record Receivers(MailSettings mail, Optional<String> page, Map<String, Receiver> all) {
    public Receivers {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    public Optional<Receiver> receiver(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** The same with another address of the page. */
    public Receivers withPage(String address) {
        return new Receivers(mail, Optional.of(address), all);
    }
}
