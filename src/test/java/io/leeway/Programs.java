package io.leeway;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real programs that tests run when they are there. */
public final class Programs {
    private Programs() {}

    /** The program; where it is missing, the test is skipped, unless {@code -Dleeway.require} names it. */
    public static Path find(String name) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(name));
    }

    private static Path missing(String name) {
        String sentence = name + " is not on the PATH";
        return List.of(System.getProperty("leeway.require", "").split(",")).contains(name)
                ? fail(sentence + ", and -Dleeway.require names it")
                : abort(sentence + ": what needs it is skipped");
    }
}
