package io.leeway.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of a service, by their ids. Immutable. */
public final class Tokens {
    private final Map<String, Token> byId;

    private Tokens(Map<String, Token> byId) {
        this.byId = byId;
    }

    /**
     * Reads a tokens file.
     *
     * @throws InvalidTokensException with every problem and its line
     */
    public static Tokens read(String text) throws InvalidTokensException {
        Map<String, Token> tokens = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (TokenLine.holdsToken(lines.get(i))) {
                problem(lines.get(i), tokens, "line " + (i + 1) + ": ").ifPresent(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidTokensException(String.join("; ", problems));
        }
        return new Tokens(tokens);
    }

    /** All, in the order of the file. */
    public List<Token> all() {
        return List.copyOf(byId.values());
    }

    /** Whether this is one of them and has not ended. */
    public Verdict verify(Bearer bearer, Instant now) {
        return Optional.ofNullable(byId.get(bearer.id()))
                .filter(token -> token.hash().matches(bearer))
                .map(token -> lasting(token, now))
                .orElseGet(() -> new Verdict.Refused(Refusal.UNKNOWN));
    }

    /** Whether a token that was shown before is still one of them and has not ended. */
    public Verdict verify(Token shown, Instant now) {
        return Optional.ofNullable(byId.get(shown.id()))
                .filter(token -> token.hash().equals(shown.hash()))
                .map(token -> lasting(token, now))
                .orElseGet(() -> new Verdict.Refused(Refusal.UNKNOWN));
    }

    private static Verdict lasting(Token token, Instant now) {
        return token.isOver(now) ? new Verdict.Refused(Refusal.EXPIRED) : new Verdict.Admitted(token);
    }

    private static Optional<String> problem(String line, Map<String, Token> tokens, String place) {
        try {
            Token token = TokenLine.parse(line);
            return tokens.put(token.id(), token) == null
                    ? Optional.empty()
                    : Optional.of(place + "its id is there twice");
        } catch (InvalidTokensException e) {
            return Optional.of(place + e.getMessage());
        }
    }
}
