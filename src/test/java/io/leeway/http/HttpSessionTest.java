package io.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a browser holds a token. */
class HttpSessionTest extends GuardedApi {
    @Test
    void aTokenThatIsShownOnceOpensWhatCanBeReadByACookieThatIsNotTheToken() throws Exception {
        String token = token("read");
        HttpResponse<String> opened = ask("POST", "/v1/session", token);
        assertThat(opened.body()).isEqualTo("{\"name\":\"somebody\"}");
        assertThat(header(opened, "Set-Cookie"))
                .matches("leeway_session=[A-Za-z0-9_-]{43}; Max-Age=43200; .*Path=/; HTTPOnly; SameSite=Strict")
                .doesNotContain(token, "Secure");
        String cookie = cookie(opened);
        assertThat(askWithCookie("GET", "/v1/models", cookie).statusCode()).isEqualTo(200);
        assertThat(askWithCookie("GET", "/v1/session", cookie).body()).isEqualTo("{\"name\":\"somebody\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/models/flights/predictions",
        "PUT, /v1/models/flights",
        "DELETE, /v1/models/flights/predictions/1",
        "POST, /v1/session"
    })
    void aCookieOpensNothingThatChangesAnything(String method, String path) throws Exception {
        String cookie = cookie(ask("POST", "/v1/session", token("read", "ingest", "operate")));
        assertThat(askWithCookie(method, path, cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void whatComesThroughAProxyThatEncryptsIsKeptFromClearConnections() throws Exception {
        HttpResponse<String> opened = send(request("/v1/session")
                .header("Authorization", "Bearer " + token("read"))
                .header("X-Forwarded-Proto", "https")
                .POST(body("")));
        assertThat(header(opened, "Set-Cookie")).contains("; Secure");
    }

    @Test
    void aSessionEndsWithItsToken() throws Exception {
        String cookie = cookie(ask("POST", "/v1/session", token("read")));
        revokeAll();
        assertThat(askWithCookie("GET", "/v1/models", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionThatWasClosedIsOver() throws Exception {
        String cookie = cookie(ask("POST", "/v1/session", token("read")));
        HttpResponse<String> closed = askWithCookie("DELETE", "/v1/session", cookie);
        assertThat(header(closed, "Set-Cookie")).startsWith("leeway_session=; Max-Age=0;");
        assertThat(askWithCookie("GET", "/v1/models", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatMayNotReadOpensNoSession() throws Exception {
        HttpResponse<String> refused = ask("POST", "/v1/session", token("operate"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEqualTo(Optional.empty());
    }

    @Test
    void aSessionEndsAfterHalfADayAndOnlySoManyAreKept() {
        Sessions sessions = new Sessions();
        String first = sessions.open(anyToken(), NOW);
        assertThat(sessions.token(first, NOW.plus(Sessions.LENGTH).minusNanos(1)))
                .isPresent();
        assertThat(sessions.token(first, NOW.plus(Sessions.LENGTH))).isEmpty();
        for (int i = 0; i < 1_000; i++) {
            assertThat(sessions.open(anyToken(), NOW)).isNotEmpty();
        }
        assertThat(sessions.token(first, NOW)).isEmpty();
    }

    private io.leeway.access.Token anyToken() {
        if (tokens.all().isEmpty()) {
            assertThat(token("read")).isNotEmpty();
        }
        return tokens.all().get(0);
    }

    private static String cookie(HttpResponse<String> opened) {
        return header(opened, "Set-Cookie").split(";")[0];
    }
}
