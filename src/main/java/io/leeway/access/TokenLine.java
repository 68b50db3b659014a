package io.leeway.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A token as a line of the tokens file: seven columns with spaces between them. */
public final class TokenLine {
    /** What the name of a token is made of; nothing that a log or a shell could take for something else. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    /** The first line of a file, which says what the others are. */
    public static final String HEADING =
            "# id name scopes created expires salt sha256: made by `leeway token create`; without its line a token ends";

    private static final int COLUMNS = 7;
    private static final String NEVER = "never";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private TokenLine() {}

    public static String of(Token token) {
        return Stream.of(
                        token.id(),
                        token.name(),
                        token.grants().stream().map(Grant::text).collect(Collectors.joining(",")),
                        token.created().toString(),
                        token.expires().map(Instant::toString).orElse(NEVER),
                        token.hash().salt(),
                        token.hash().hash())
                .collect(Collectors.joining(" "));
    }

    /** Whether a line is one of a token: neither empty nor a remark. */
    public static boolean holdsToken(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    /** The id that a line begins with. */
    public static String id(String line) {
        return line.strip().split("\\s+")[0];
    }

    /**
     * Reads a line.
     *
     * @throws InvalidTokensException with a sentence that does not quote it: it may be a token itself
     */
    static Token parse(String line) throws InvalidTokensException {
        String[] columns = line.strip().split("\\s+");
        require(columns.length == COLUMNS, "it has not " + COLUMNS + " columns: make it by `leeway token create`");
        require(ID.matcher(columns[0]).matches(), "its id is not 12 hexadecimal digits");
        require(NAME.matcher(columns[1]).matches(), "its name is not 1 to 64 letters, digits and . _ @ -");
        require(SALT.matcher(columns[5]).matches(), "its salt is not 32 hexadecimal digits");
        require(HASH.matcher(columns[6]).matches(), "its hash is not 64 hexadecimal digits");
        return new Token(
                columns[0],
                columns[1],
                grants(columns[2]),
                time(columns[3]),
                columns[4].equals(NEVER) ? Optional.empty() : Optional.of(time(columns[4])),
                new SaltedHash(columns[5], columns[6]));
    }

    private static List<Grant> grants(String column) throws InvalidTokensException {
        List<Optional<Grant>> grants =
                Stream.of(column.split(",")).map(Grant::parse).toList();
        require(grants.stream().allMatch(Optional::isPresent), "of its scopes one is unknown: " + Grant.FORMS);
        return grants.stream().flatMap(Optional::stream).toList();
    }

    private static Instant time(String column) throws InvalidTokensException {
        try {
            return Instant.parse(column);
        } catch (DateTimeException e) {
            throw new InvalidTokensException("its times are not all like 2026-11-22T09:00:00Z, or never");
        }
    }

    private static void require(boolean holds, String sentence) throws InvalidTokensException {
        if (!holds) {
            throw new InvalidTokensException(sentence);
        }
    }
}
