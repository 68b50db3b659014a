package io.leeway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Random random = new Random(7);
    private final Bearer bearer = Bearer.fresh(random);

    @Test
    void aTokenIsKnownByItsHashAlone() throws Exception {
        Token token = token(bearer, "read", Optional.empty());
        String file = TokenLine.HEADING + "\n\n" + TokenLine.of(token) + "\n";
        assertThat(file).doesNotContain(bearer.reveal().substring(16));
        assertThat(Tokens.read(file).all()).containsExactly(token);
        assertThat(Tokens.read(file).verify(bearer, NOW)).isEqualTo(new Verdict.Admitted(token));
    }

    @Test
    void anotherSecretUnderTheSameIdIsNotLetIn() throws Exception {
        String reveal = bearer.reveal();
        char last = reveal.charAt(reveal.length() - 2);
        String forged = reveal.substring(0, reveal.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + reveal.charAt(reveal.length() - 1);
        Tokens tokens = Tokens.read(TokenLine.of(token(bearer, "read", Optional.empty())));
        assertThat(tokens.verify(Bearer.parse(forged).orElseThrow(), NOW))
                .isEqualTo(new Verdict.Refused(Refusal.UNKNOWN));
        assertThat(tokens.verify(Bearer.fresh(random), NOW)).isEqualTo(new Verdict.Refused(Refusal.UNKNOWN));
    }

    @Test
    void aTokenEndsAtItsExpiry() throws Exception {
        Token token = token(bearer, "read", Optional.of(NOW));
        Tokens tokens = Tokens.read(TokenLine.of(token));
        assertThat(tokens.verify(bearer, NOW.minusNanos(1))).isEqualTo(new Verdict.Admitted(token));
        assertThat(tokens.verify(bearer, NOW)).isEqualTo(new Verdict.Refused(Refusal.EXPIRED));
        assertThat(tokens.verify(token, NOW)).isEqualTo(new Verdict.Refused(Refusal.EXPIRED));
    }

    @Test
    void theSameTokenTwiceHasTwoHashes() {
        assertThat(SaltedHash.of(bearer, random)).isNotEqualTo(SaltedHash.of(bearer, random));
    }

    @ParameterizedTest
    @CsvSource({
        "read, READ, credit, true",
        "read, OPERATE, credit, false",
        "operate, READ, '', false",
        "operate, INGEST, credit, false",
        "ingest, INGEST, credit, true",
        "ingest, READ, credit, false",
        "ingest:credit-*, INGEST, credit-risk, true",
        "ingest:credit-*, INGEST, fraud, false",
        "ingest:credit, INGEST, credit-risk, false",
        "'ingest:a,ingest:b', INGEST, b, true"
    })
    void aTokenAllowsWhatItSaysAndNothingElse(String scopes, Scope scope, String model, boolean allowed) {
        assertThat(token(bearer, scopes, Optional.empty()).allows(new Need(scope, model)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"read:credit", "operate:*", "write", "ingest:", "ingest:a/b", "READ", "''"})
    void whatIsNoScopeIsNone(String text) {
        assertThat(Grant.parse(text)).isEmpty();
    }

    @Test
    void everyBrokenLineIsNamedAndNoneIsQuoted() {
        String pasted = bearer.reveal();
        String good = TokenLine.of(token(bearer, "read", Optional.empty()));
        String file = String.join("\n", "# remark", pasted, good, good.replace("read", "rule"), good);
        assertThatThrownBy(() -> Tokens.read(file))
                .isInstanceOf(InvalidTokensException.class)
                .hasMessageContaining("line 2: it has not 7 columns")
                .hasMessageContaining("line 4: of its scopes one is unknown: a scope is read, operate")
                .hasMessageContaining("line 5: its id is there twice")
                .hasMessageNotContaining("line 3")
                .hasMessageNotContaining(pasted.substring(16));
    }

    @Test
    void aTokenNeverPrints() {
        assertThat(bearer.toString()).isEqualTo("(a token)");
        assertThat(Bearer.redacted("at x: '" + bearer.reveal() + "'?")).isEqualTo("at x: '(a token)'?");
        Act act = new Act(NOW, Actor.SERVICE, "PUT", bearer.reveal(), Act.Outcome.FAILED, "bad " + bearer.reveal());
        assertThat(act.toString()).doesNotContain("lw_");
    }

    private Token token(Bearer held, String scopes, Optional<Instant> expires) {
        List<Grant> grants = List.of(scopes.split(",")).stream()
                .map(scope -> Grant.parse(scope).orElseThrow())
                .toList();
        return new Token(held.id(), "some.one@host", grants, NOW, expires, SaltedHash.of(held, random));
    }
}
