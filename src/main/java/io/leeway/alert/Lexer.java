package io.leeway.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into words, numbers and signs. */
final class Lexer {
    private static final Pattern TOKEN =
            Pattern.compile("(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?(?:%|(?:ms|[smhd])\\b)?)"
                    + "|(?<word>[A-Za-z_][A-Za-z_0-9]*(?:\\.[A-Za-z_][A-Za-z_0-9]*)*)"
                    + "|(?<sign><=|>=|!=|[-<>=+*/(),])");

    private Lexer() {}

    static List<Token> tokens(String text) throws InvalidConditionException {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = afterSpace(text, 0);
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw new InvalidConditionException(
                        at, "the sign '" + text.charAt(at) + "' means nothing here; write < <= > >= = != + - * /");
            }
            tokens.add(new Token(kind(matcher), matcher.group(), at));
            at = afterSpace(text, matcher.end());
        }
        tokens.add(new Token(Kind.END, "the end", text.length()));
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        return matcher.group("word") != null ? Kind.WORD : Kind.SIGN;
    }

    private static int afterSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        END
    }

    record Token(Kind kind, String text, int offset) {
        boolean is(String expected) {
            return kind != Kind.END && text.equals(expected);
        }
    }
}
