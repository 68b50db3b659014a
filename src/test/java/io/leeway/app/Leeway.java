package io.leeway.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Starts it as fast as a virtual machine can, for a short life; native libraries are looked for in a folder, and so are
     * classes made ready by {@link #prepare}.
     */
    static Leeway quick(Path libraries, Map<String, String> environment, String... arguments) throws IOException {
        return run(quickly(libraries, "-XX:SharedArchiveFile=" + classes(libraries)), environment, arguments);
    }

    /**
     * Runs it once, to its end, and keeps its classes as they are then, which halves later starts. Does nothing of use if it
     * is not run from a jar.
     */
    static void prepare(Path libraries, Map<String, String> environment, String... arguments) throws IOException {
        Leeway first =
                run(quickly(libraries, "-XX:ArchiveClassesAtExit=" + classes(libraries)), environment, arguments);
        URI address = first.address();
        if (!first.process.toHandle().destroy()) {
            throw new IOException("it cannot be asked to end, at " + address);
        }
        String unused = first.said();
    }

    private static List<String> quickly(Path libraries, String sharing) {
        return List.of(
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                sharing,
                "-Djava.library.path=" + libraries);
    }

    private static Path classes(Path libraries) {
        return libraries.resolve("leeway.jsa");
    }

    private static Leeway run(List<String> options, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Leeway(builder.start());
    }

    /** The program alone when it is a jar: classes can be shared between runs only if no folder is among their places. */
    private static String classPath() {
        String all = System.getProperty("java.class.path");
        boolean packed = Main.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith(".jar");
        return packed
                ? Stream.of(all.split(File.pathSeparator))
                        .filter(place -> place.endsWith(".jar"))
                        .collect(Collectors.joining(File.pathSeparator))
                : all;
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
