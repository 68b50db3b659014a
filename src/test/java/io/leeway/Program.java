package io.leeway;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A real program that tests run when it is there. */
public record Program(Path file) {
    /** Where servers are that only the superuser starts. */
    private static final String SYSTEM = "/usr/sbin";

    /** The program of that name; where it is missing, the test is skipped, unless {@code -Dleeway.require} names it. */
    public static Program find(String name) {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of(SYSTEM))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Program::new)
                .orElseGet(() -> missing(name));
    }

    /** What it writes, its errors included. */
    public Result run(List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(toString()), arguments.stream()).toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.strip());
    }

    /** As it stands first in a command. */
    @Override
    public String toString() {
        return file.toString();
    }

    private static Program missing(String name) {
        String sentence = name + " is not on the PATH";
        return List.of(System.getProperty("leeway.require", "").split(",")).contains(name)
                ? fail(sentence + ", and -Dleeway.require names it")
                : abort(sentence + ": what needs it is skipped");
    }

    /** How it ended. */
    public record Result(int code, String output) {}
}
