package io.leeway;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A program of somebody else's that a test holds ours against. */
public record Program(String name) {
    /**
     * The program; skips the test where it is not on the PATH, unless it is required.
     *
     * @param name of the file
     */
    public static Program onPath(String name) {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        if (there) {
            return new Program(name);
        }
        String sentence = name + " is not on the PATH";
        return Arrays.asList(System.getProperty("leeway.require", "").split(","))
                        .contains(name)
                ? fail(sentence + ", and -Dleeway.require names it")
                : abort(sentence + ": nothing is held against it");
    }

    /** What it writes, its errors included. */
    public Result run(List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(name), arguments.stream()).toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.strip());
    }

    /** How it ended. */
    public record Result(int code, String output) {}
}
