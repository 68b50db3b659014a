package io.leeway.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A small disk in memory that can be filled up. */
record Tmpfs(Path path) implements AutoCloseable {
    private static final String NAME = "tmpfs";

    /** Mounts one. Where that is not permitted the test is skipped, unless it is required. */
    static Tmpfs mount(Path at, int mebibytes) {
        boolean mounted = run("mount", "-t", NAME, "-o", "size=" + mebibytes + "m", NAME, at.toString()) == 0;
        if (!mounted && required()) {
            throw new AssertionError("a tmpfs is required and cannot be mounted");
        }
        assumeTrue(mounted, "a disk can only be filled up where a tmpfs may be mounted, by root for example");
        return new Tmpfs(at);
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        try (FileChannel filler = FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int size = 1 << 20; size > 0; ) {
                size = took(filler, size) ? size : size / 2;
            }
        }
    }

    void makeSpace() throws IOException {
        Files.delete(filler());
    }

    @Override
    public void close() {
        int unused = run("umount", "-l", path.toString());
    }

    private Path filler() {
        return path.resolve("filler");
    }

    private static boolean took(FileChannel filler, int size) {
        try {
            return filler.write(ByteBuffer.allocate(size)) > 0;
        } catch (IOException full) {
            return false;
        }
    }

    private static boolean required() {
        return Arrays.asList(System.getProperty("leeway.require", "").split(","))
                .contains(NAME);
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
        } catch (IOException thereIsNoSuchCommand) {
            return -1;
        }
    }
}
