package io.leeway.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Files that are used again when what they hold has changed. Contents are compared, not times: an orchestrator swaps links,
 * and clocks go back. A change is used once two looks in a row find the same, so that files written one after the other, or
 * half written, are not. What cannot be used never replaces what is in use, and is named until the files can be used again.
 * One thread looks; any may ask for the trouble.
 */
public final class Watched {
    /** Larger files than this are a mistake. */
    private static final long MOST = 4L << 20;

    private final Listing files;
    private final Use use;
    private List<Content> tried = List.of();
    private List<Content> seen = List.of();
    private volatile Optional<String> trouble = Optional.empty();

    /** Which files there are. */
    @FunctionalInterface
    public interface Listing {
        /** In an order that does not change; blocks. */
        List<Path> files() throws IOException;
    }

    /** What a file holds. */
    public record Content(Path file, byte[] bytes) {
        private boolean same(Content other) {
            return file.equals(other.file) && Arrays.equals(bytes, other.bytes);
        }
    }

    /** What is done with the contents of files. */
    @FunctionalInterface
    public interface Use {
        /**
         * Uses them from now on.
         *
         * @param contents one for each file
         * @throws IOException with a sentence, when they cannot be used; nothing has changed then
         */
        void use(List<Content> contents) throws IOException;
    }

    /** What a look found. */
    public enum Look {
        SAME,
        REPLACED,
        /** New trouble: it is told once. */
        BROKEN
    }

    /** Uses the files as they are now; fails if they cannot be used. */
    public Watched(List<Path> files, Use use) throws IOException {
        this(() -> files, use);
        seen = read();
        tried = seen;
        use.use(seen);
    }

    private Watched(Listing files, Use use) {
        this.files = files;
        this.use = use;
    }

    /** Uses whatever files there are; that those of now cannot be used is a trouble like any later one. */
    public static Watched whatever(Listing files, Use use) {
        Watched watched = new Watched(files, use);
        Look unused = watched.begin();
        return watched;
    }

    private Look begin() {
        try {
            seen = read();
            return replace(seen);
        } catch (IOException e) {
            return broken(e);
        }
    }

    /** Looks whether they have changed, and if so uses them. */
    public Look look() {
        try {
            List<Content> now = read();
            boolean settled = same(now, seen);
            seen = now;
            return settled && (!same(now, tried) || trouble.isPresent()) ? replace(now) : Look.SAME;
        } catch (IOException e) {
            seen = List.of();
            return broken(e);
        }
    }

    /** Why what was written last is not in use. */
    public Optional<String> trouble() {
        return trouble;
    }

    private Look replace(List<Content> contents) throws IOException {
        tried = contents;
        use.use(contents);
        trouble = Optional.empty();
        return Look.REPLACED;
    }

    private Look broken(IOException e) {
        String sentence = e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString();
        boolean known = trouble.equals(Optional.of(sentence));
        trouble = Optional.of(sentence);
        return known ? Look.SAME : Look.BROKEN;
    }

    private List<Content> read() throws IOException {
        List<Content> contents = new ArrayList<>();
        for (Path file : files.files()) {
            if (Files.size(file) > MOST) {
                throw new IOException(file + " is larger than " + MOST + " bytes: is it the right file?");
            }
            contents.add(new Content(file, Files.readAllBytes(file)));
        }
        return contents;
    }

    private static boolean same(List<Content> left, List<Content> right) {
        return left.size() == right.size()
                && IntStream.range(0, left.size()).allMatch(i -> left.get(i).same(right.get(i)));
    }
}
