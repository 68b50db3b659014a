package io.leeway.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259, with NaN and the infinities as Python writes them) the plain way, character by character, in
 * order to hold the fast reader against it. As there, nothing is nested deeper than 1,000, no number has more digits, and
 * no name holds half a surrogate pair.
 */
final class SlowJson {
    private static final int DEEPEST = 1000;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("NaN|[+-]?Infinity|[+-]INF");
    private static final Pattern WORD = Pattern.compile("true|false|null");

    private final String text;
    private int at;

    private SlowJson(String text) {
        this.text = text;
    }

    /** The value that the bytes are; empty if they are not exactly one. */
    static Optional<Said> read(byte[] bytes) {
        try {
            SlowJson json = new SlowJson(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            Said value = json.value(0);
            json.space();
            return json.at == json.text.length() ? Optional.of(value) : Optional.empty();
        } catch (CharacterCodingException | NotJson e) {
            return Optional.empty();
        }
    }

    private Said value(int depth) throws NotJson {
        space();
        if (depth > DEEPEST) {
            throw new NotJson();
        }
        if (next('{')) {
            return new Said.Members(members(depth));
        }
        if (next('[')) {
            return new Said.Elements(elements(depth));
        }
        if (next('"')) {
            return new Said.Text(rest());
        }
        Optional<String> word = match(WORD);
        if (word.isPresent()) {
            return word.get().equals("null") ? new Said.Nothing() : new Said.Text(word.get());
        }
        return new Said.Digits(match(NOT_FINITE).or(() -> match(NUMBER)).orElseThrow(NotJson::new));
    }

    private List<Said.Member> members(int depth) throws NotJson {
        List<Said.Member> members = new ArrayList<>();
        space();
        if (next('}')) {
            return members;
        }
        do {
            space();
            require('"');
            String name = rest();
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
                throw new NotJson();
            }
            space();
            require(':');
            members.add(new Said.Member(name, value(depth + 1)));
            space();
        } while (next(','));
        require('}');
        return members;
    }

    private List<Said> elements(int depth) throws NotJson {
        List<Said> elements = new ArrayList<>();
        space();
        if (next(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
            space();
        } while (next(','));
        require(']');
        return elements;
    }

    /** A text from behind its first quote to its last. */
    private String rest() throws NotJson {
        StringBuilder read = new StringBuilder();
        while (!next('"')) {
            char one = take();
            if (one < ' ') {
                throw new NotJson();
            }
            read.append(one == '\\' ? escaped() : one);
        }
        return read.toString();
    }

    private char escaped() throws NotJson {
        char letter = take();
        int found = "\"\\/bfnrt".indexOf(letter);
        if (found >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(found);
        }
        String digits = letter == 'u' && at + 4 <= text.length() ? text.substring(at, at + 4) : "";
        if (!digits.matches("[0-9a-fA-F]{4}")) {
            throw new NotJson();
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group()).filter(found -> found.length() <= DEEPEST);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean next(char expected) {
        boolean found = at < text.length() && text.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    private void require(char expected) throws NotJson {
        if (!next(expected)) {
            throw new NotJson();
        }
    }

    private char take() throws NotJson {
        if (at == text.length()) {
            throw new NotJson();
        }
        return text.charAt(at++);
    }

    private static final class NotJson extends Exception {
        private static final long serialVersionUID = 1;
    }
}
