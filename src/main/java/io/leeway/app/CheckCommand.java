package io.leeway.app;

import io.leeway.files.TokensFile;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leeway check}: reads configuration, rules, receivers and tokens, and tells every problem. */
@Command(
        name = "check",
        description = "Reads configuration, rules, receivers and tokens, and tells every problem with its place.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        Settings settings = SettingsFile.read(config, System.getenv());
        AlertFiles alerts = settings.alertFiles();
        Optional<Path> tokens = settings.http().access().tokens();
        int known =
                tokens.isPresent() ? new TokensFile(tokens.get()).read().all().size() : 0;
        spec.commandLine()
                .getOut()
                .printf(
                        "Fine. Rules: %d, receivers: %d; series go to %s; everything is kept in %s; %s.%n",
                        alerts.rules().size(),
                        alerts.receivers().all().size(),
                        settings.influx().map(it -> it.url().toString()).orElse("the embedded store"),
                        settings.data(),
                        tokens.isPresent() ? "tokens: " + known : "nobody is asked who they are");
        return 0;
    }
}
