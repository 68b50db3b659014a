package io.leeway.app;

import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leeway serve}: the service. */
@Command(name = "serve", description = "Runs the service until it is stopped.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        Settings settings = SettingsFile.read(config, System.getenv());
        Service.start(settings, InstantSource.system()).untilShutdown();
        return 0;
    }
}
