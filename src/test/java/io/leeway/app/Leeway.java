package io.leeway.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own. */
final class Leeway {
    private static final Pattern LISTENS = Pattern.compile("Leeway listens on (\\S+)");

    private final Process process;
    private final BufferedReader output;

    private Leeway(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    /** Starts it; what it says on either stream is read as one. */
    static Leeway run(Map<String, String> environment, String... arguments) throws IOException {
        return run(List.of("-Xmx256m"), environment, arguments);
    }

    /** Starts it as fast as a virtual machine can, for a short life; native libraries are looked for in a folder. */
    static Leeway quick(Path libraries, Map<String, String> environment, String... arguments) throws IOException {
        return run(
                List.of(
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Djava.library.path=" + libraries),
                environment,
                arguments);
    }

    private static Leeway run(List<String> options, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Leeway(builder.start());
    }

    /** Waits until it listens; returns where. */
    URI address() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                return URI.create(listens.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IOException("it ended before it listened: " + said);
    }

    /** All it says until it ends. */
    String said() throws IOException {
        StringBuilder said = new StringBuilder();
        output.lines().forEach(line -> said.append(line).append('\n'));
        return said.toString();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Whether it ends by itself in so many milliseconds. */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Ends it as a loss of power would: nothing is written any more. */
    void kill() throws InterruptedException {
        int unused = process.destroyForcibly().waitFor();
    }
}
