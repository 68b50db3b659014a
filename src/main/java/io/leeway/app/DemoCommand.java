package io.leeway.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.leeway.app.demo.Demo;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leeway demo}: four months of real flights in about a minute. */
@Command(
        name = "demo",
        description = "Sends four months of real flights through the service and tells what came of it.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", description = "Listen there, or on the next free port (${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--data", description = "Keep everything in this folder (a fresh one).")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--speed", description = "Days of the log a second (as fast as it goes).")
    private Optional<Double> speed = Optional.empty();

    @Option(names = "--exit", description = "End when the summary is told, instead of staying up.")
    private boolean exit;

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        onlyWarnings();
        Service service = new Demo(
                        new Demo.Options(port, data, speed, exit),
                        spec.commandLine().getOut())
                .run();
        if (!exit) {
            service.untilShutdown();
        }
        return 0;
    }

    /** The demonstration tells its story itself. */
    private static void onlyWarnings() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
