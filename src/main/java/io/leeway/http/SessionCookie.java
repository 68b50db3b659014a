package io.leeway.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/** The cookie that holds a session: no script reads it, and no other site's page makes a browser send it. */
final class SessionCookie {
    private static final String NAME = "leeway_session";

    private SessionCookie() {}

    static Optional<String> of(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME)).map(Cookie::getValue);
    }

    /** The header that sets it. */
    static String set(HttpServerRequest request, String key) {
        return cookie(request, key, Sessions.LENGTH);
    }

    /** The header that takes it away. */
    static String clear(HttpServerRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private static String cookie(HttpServerRequest request, String value, Duration age) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(Origin.isSecure(request))
                .setMaxAge(age.toSeconds())
                .encode();
    }
}
