package io.leeway.app;

import io.leeway.alert.Incident;
import io.leeway.notify.Archive;
import io.leeway.rocks.StoreView;
import io.leeway.state.Store;
import io.leeway.text.Suggestion;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leeway alerts explain}: why an incident opened, step by step, and who was told. */
@Command(
        name = "explain",
        description =
                "Says why an incident opened: every window with its figures and limits, which condition held, what"
                        + " kept it from being told, by which route it went, and who got what and when. The service may"
                        + " run meanwhile.",
        mixinStandardHelpOptions = true)
final class AlertsExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--data", description = "The data folder, in place of the one of the configuration.")
    private Optional<Path> data = Optional.empty();

    @Parameters(paramLabel = "INCIDENT", description = "Its name, as in mails and on the page, or how it begins.")
    private String name = "";

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        Settings settings = SettingsFile.read(config, System.getenv());
        AlertFiles alerts = settings.alertFiles();
        try (Store store = StoreView.in(data.orElse(settings.data()))) {
            Archive archive = new Archive(store);
            List<Incident> meant = archive.incidents().stream()
                    .filter(incident -> incident.id().startsWith(name))
                    .toList();
            if (meant.size() != 1) {
                say("%s", which(meant, archive));
                return 1;
            }
            new IncidentAccount(meant.get(0), archive, alerts).lines().forEach(line -> say("%s", line));
            return 0;
        }
    }

    private String which(List<Incident> meant, Archive archive) {
        List<String> all = archive.incidents().stream().map(Incident::id).toList();
        if (all.isEmpty()) {
            return "No incident is kept here.";
        }
        return meant.isEmpty()
                ? "There is no incident " + name + "; " + Suggestion.sentence(name, all)
                : "Several incidents begin so: "
                        + meant.stream().map(Incident::id).toList();
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format + "%n", values);
    }
}
