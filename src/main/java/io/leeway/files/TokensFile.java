package io.leeway.files;

import io.leeway.access.InvalidTokensException;
import io.leeway.access.Token;
import io.leeway.access.TokenLine;
import io.leeway.access.Tokens;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file of tokens, one a line. It is replaced as a whole by one that only its owner may read, so whoever reads it sees it
 * before or after a change; remarks stay. Two changes at once are one for all but their makers: there is no lock.
 */
public record TokensFile(Path path) {
    /**
     * Reads it.
     *
     * @throws IOException with a sentence, when it cannot be read or is not what it should be
     */
    public Tokens read() throws IOException {
        return parse(Files.readString(path), path);
    }

    /** What the text of a tokens file says. */
    public static Tokens parse(String text, Path path) throws IOException {
        try {
            return Tokens.read(text);
        } catch (InvalidTokensException e) {
            throw new IOException("the tokens file " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Adds a token; the file is made if there is none. */
    public void add(Token token) throws IOException {
        boolean isNew = Files.notExists(path);
        Stream<String> before = isNew ? Stream.of(TokenLine.HEADING) : lines().stream();
        replace(Stream.concat(before, Stream.of(TokenLine.of(token))).toList());
    }

    /** Takes a token out; returns whether it was there. */
    public boolean remove(String id) throws IOException {
        List<String> before = lines();
        List<String> after = before.stream()
                .filter(line ->
                        !TokenLine.holdsToken(line) || !TokenLine.id(line).equals(id))
                .toList();
        boolean found = after.size() < before.size();
        if (found) {
            replace(after);
        }
        return found;
    }

    private List<String> lines() throws IOException {
        return Files.readString(path).lines().toList();
    }

    private void replace(List<String> lines) throws IOException {
        Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        // A temporary file is its owner's alone from the start.
        Path fresh = Files.createTempFile(real.getParent(), real.getFileName() + ".", ".new");
        try {
            Files.writeString(fresh, String.join("\n", lines) + "\n");
            try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Path unused = Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            boolean unused = Files.deleteIfExists(fresh);
        }
    }
}
