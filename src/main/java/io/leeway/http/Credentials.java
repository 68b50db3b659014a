package io.leeway.http;

import io.leeway.access.Bearer;
import io.leeway.access.Refusal;
import io.leeway.access.Tokens;
import io.leeway.access.Verdict;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What a request shows of who sent it (RFC 6750): a token in its Authorization header or, to read, a session's cookie. */
final class Credentials {
    private static final String SCHEME = "Bearer ";

    /** A token, or the parameter in which some send one. */
    private static final Pattern EXPOSED = Pattern.compile("(^|&)access_token=|lw_[0-9a-f]{12}_");

    private final Supplier<Tokens> tokens;
    private final Sessions sessions;

    Credentials(Supplier<Tokens> tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** Whose request this is. */
    Verdict check(HttpServerRequest request, Instant now) {
        String query = request.query();
        if (query != null && EXPOSED.matcher(query).find()) {
            return new Verdict.Refused(Refusal.EXPOSED);
        }
        String authorization = request.getHeader("Authorization");
        return authorization == null ? session(request, now) : bearer(authorization, now);
    }

    private Verdict bearer(String authorization, Instant now) {
        boolean right = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return Optional.of(authorization)
                .filter(header -> right)
                .flatMap(
                        header -> Bearer.parse(header.substring(SCHEME.length()).strip()))
                .map(bearer -> tokens.get().verify(bearer, now))
                .orElseGet(() -> new Verdict.Refused(Refusal.MALFORMED));
    }

    /** A session that is over is as good as none. */
    private Verdict session(HttpServerRequest request, Instant now) {
        return SessionCookie.of(request)
                .filter(key -> onlyReads(request))
                .flatMap(key -> sessions.token(key, now))
                .map(token -> tokens.get().verify(token, now))
                .orElseGet(() -> new Verdict.Refused(Refusal.MISSING));
    }

    private static boolean onlyReads(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }
}
