package io.leeway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A JVM of our own that is told things line by line and answers line by line; what else it says is remembered. */
final class Child implements AutoCloseable {
    private static final String ANSWER = "bench: ";
    private static final int REMEMBERED = 50;

    private final Process process;
    private final Writer orders;
    private final BufferedReader output;
    private final Deque<String> said = new ArrayDeque<>();

    private Child(Process process) {
        this.process = process;
        this.orders = process.outputWriter(UTF_8);
        this.output = process.inputReader(UTF_8);
    }

    /** Starts a main class of the tests with the Java and the class path of this process. */
    static Child start(Class<?> main, List<String> options, List<String> arguments) throws IOException {
        return start(main, options, arguments, Map.of());
    }

    static Child start(Class<?> main, List<String> options, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Child(builder.start());
    }

    /** In the child: answers its parent. */
    static void answer(String line) {
        PrintStream out = System.out;
        out.println(ANSWER + line);
        out.flush();
    }

    long pid() {
        return process.pid();
    }

    /** Tells it something and waits for its answer. */
    String ask(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        return awaitAnswer();
    }

    @CanIgnoreReturnValue
    String awaitAnswer() throws IOException {
        return await(line -> line.startsWith(ANSWER)).substring(ANSWER.length());
    }

    /** Waits until it says such a line. */
    String await(Predicate<String> awaited) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (awaited.test(line)) {
                return line;
            }
            remember(line);
        }
        throw new IOException("the process ended; its last words: " + String.join("\n", said));
    }

    /** Asks it to end. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void remember(String line) {
        said.add(line);
        if (said.size() > REMEMBERED) {
            String unused = said.remove();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                Process unused = process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
