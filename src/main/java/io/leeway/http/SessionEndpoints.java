package io.leeway.http;

import io.leeway.access.Token;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A browser shows a token once and gets a cookie. Nothing here can be done by another site's page in the browser's name: to
 * open a session takes an Authorization header, which such a page cannot send unasked, and the cookie opens GETs only.
 */
final class SessionEndpoints {
    private final Sessions sessions;
    private final InstantSource clock;

    SessionEndpoints(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint(HttpMethod.POST, "/v1/session", Door.READ, this::open),
                new Endpoint(HttpMethod.GET, "/v1/session", Door.READ, this::whoIsThere),
                new Endpoint(HttpMethod.DELETE, "/v1/session", Door.OPEN, this::close));
    }

    private Future<Answer> open(RoutingContext context) {
        Answer answer = who(context);
        return Future.succeededFuture(Origin.token(context)
                .map(token -> sessions.open(token, clock.instant()))
                .map(key -> answer.with("Set-Cookie", SessionCookie.set(context.request(), key)))
                .orElse(answer));
    }

    private Future<Answer> whoIsThere(RoutingContext context) {
        return Future.succeededFuture(who(context));
    }

    private Future<Answer> close(RoutingContext context) {
        SessionCookie.of(context.request()).ifPresent(sessions::close);
        return Future.succeededFuture(Answer.json(out -> out.writeNullField("name"))
                .with("Set-Cookie", SessionCookie.clear(context.request())));
    }

    /** The name of the token in use, null where nobody is asked. */
    private static Answer who(RoutingContext context) {
        Optional<String> name = Origin.token(context).map(Token::name);
        return Answer.json(out -> Json.text(out, "name", name));
    }
}
