package io.leeway.http;

import io.leeway.access.Bearer;
import io.leeway.access.Grant;
import io.leeway.access.InvalidTokensException;
import io.leeway.access.SaltedHash;
import io.leeway.access.Token;
import io.leeway.access.TokenLine;
import io.leeway.access.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The interface when everybody is asked who they are. */
abstract class GuardedApi extends ServedApi {
    private final Random random = new Random(11);
    private final List<String> lines = new ArrayList<>();
    volatile Tokens tokens = read();
    CountedRefusals refusals = new CountedRefusals();

    @Override
    Doors doors() {
        refusals = new CountedRefusals();
        acts.clear();
        return new Doors(Optional.of(() -> tokens), acts::add, refusals);
    }

    /** A token with these scopes, which is good from now on. */
    String token(String... scopes) {
        return token(Optional.empty(), scopes);
    }

    String token(Optional<Instant> expires, String... scopes) {
        Bearer bearer = Bearer.fresh(random);
        List<Grant> grants =
                Stream.of(scopes).map(scope -> Grant.parse(scope).orElseThrow()).toList();
        lines.add(
                TokenLine.of(new Token(bearer.id(), "somebody", grants, NOW, expires, SaltedHash.of(bearer, random))));
        tokens = read();
        return bearer.reveal();
    }

    /** From now on no token is good. */
    void revokeAll() {
        lines.clear();
        tokens = read();
    }

    HttpResponse<String> ask(String method, String path, String token) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + token).method(method, BodyPublishers.noBody()));
    }

    HttpResponse<String> askWithCookie(String method, String path, String cookie) throws Exception {
        return send(request(path).header("Cookie", cookie).method(method, BodyPublishers.noBody()));
    }

    HttpResponse<String> askAsNobody(String method, String path) throws Exception {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static HttpRequest.BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }

    private Tokens read() {
        try {
            return Tokens.read(String.join("\n", lines));
        } catch (InvalidTokensException e) {
            throw new AssertionError(e);
        }
    }
}
