package io.leeway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * What every answer forbids a browser: foreign scripts, styles and frames, forms that leave by themselves, guessing of types,
 * and keeping copies. An answer that may be kept says so itself.
 */
final class SecurityHeaders implements Handler<RoutingContext> {
    /** The page's scripts never make markup of text, which trusted-types holds them to where it is known. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        ALWAYS.forEach(response::putHeader);
        if (context.request().isSSL()) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }
}
