package io.leeway.http;

import io.leeway.access.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers that have shown a token and need not show it again for half a day. A session is a number of chance in a cookie that
 * no script can read; it opens nothing but what can be read, ends with its token, and is forgotten when the service stops.
 * Bounded: the oldest is forgotten first. Thread-safe.
 */
final class Sessions {
    /** Longer than a night on call. */
    static final Duration LENGTH = Duration.ofHours(12);

    private static final int MOST = 1_000;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> open = new LinkedHashMap<>();

    /** One session. */
    record Session(Token token, Instant end) {}

    /** Opens one; returns what the cookie holds. */
    synchronized String open(Token token, Instant now) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(key, new Session(token, now.plus(LENGTH)));
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return key;
    }

    /** The token that was shown for it. */
    synchronized Optional<Token> token(String key, Instant now) {
        return Optional.ofNullable(open.get(key))
                .filter(session -> now.isBefore(session.end()))
                .map(Session::token);
    }

    synchronized void close(String key) {
        open.remove(key);
    }
}
