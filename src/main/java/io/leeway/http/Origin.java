package io.leeway.http;

import io.leeway.access.Actor;
import io.leeway.access.Token;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Where requests come from, and with which token. */
final class Origin {
    private static final String TOKEN = "leeway.token";

    private Origin() {}

    /** Remembers the token that a request was let in with. */
    static void admitted(RoutingContext context, Token token) {
        context.put(TOKEN, token);
    }

    /** The token that a request was let in with; empty where nobody is asked. */
    static Optional<Token> token(RoutingContext context) {
        return Optional.ofNullable(context.<Token>get(TOKEN));
    }

    static Actor actor(RoutingContext context) {
        return new Actor(token(context), address(context.request()));
    }

    /** The other end of the connection: behind a proxy, the proxy. What a client says of itself is not believed. */
    static String address(HttpServerRequest request) {
        return Optional.ofNullable(request.remoteAddress())
                .flatMap(address -> Optional.ofNullable(address.hostAddress()))
                .orElse("unknown");
    }

    /** Whether the other side speaks TLS, with us or, as it says, with a proxy before us. */
    static boolean isSecure(HttpServerRequest request) {
        return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
