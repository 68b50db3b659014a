package io.leeway.notify;

import io.leeway.alert.Level;
import java.util.List;

/**
 * Somebody who can be told.
 *
 * @param name what rules call their owner
 * @param email addresses, at least one
 * @param minLevel incidents below it are not told
 */
public record Receiver(String name, List<String> email, Level minLevel) {
    public Receiver {
        email = List.copyOf(email);
        if (email.isEmpty()) {
            throw new IllegalArgumentException("receiver " + name + " needs an address");
        }
    }
}
