package io.leeway.app;

import io.leeway.rehearsal.Arrival;
import io.leeway.rehearsal.Backtest;
import io.leeway.rocks.StoreView;
import io.leeway.state.Store;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leeway alerts backtest}: what the rules, and those proposed, would have told whom. */
@Command(
        name = "backtest",
        description =
                "Plays the windows that a service has kept through its rules, and through a proposed folder of them as"
                        + " well: the incidents, and the mails and nights of everybody. Each window is judged as it"
                        + " finally was, when it closed. The service may run meanwhile.",
        mixinStandardHelpOptions = true)
final class AlertsBacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--data", description = "The data folder, in place of the one of the configuration.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--since",
            description = "How far back: 30d behind the newest window, or 2026-03-02T00:00:00Z (${DEFAULT-VALUE}).")
    private String since = "30d";

    @Option(names = "--alerts", description = "A folder of rules and receivers to compare those of the service with.")
    private Optional<Path> proposed = Optional.empty();

    @Option(names = "--zone", description = "Where it is night from 22:00 to 07:00 (${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneOffset.UTC;

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        Settings settings = SettingsFile.read(config, System.getenv());
        AlertFiles present = settings.alertFiles();
        Optional<AlertFiles> other =
                proposed.isPresent() ? Optional.of(AlertFiles.in(proposed.get())) : Optional.empty();
        List<Arrival> history = history(settings);
        if (history.isEmpty()) {
            say("No window is kept in %s that closed since %s.", data.orElse(settings.data()), since);
            return 1;
        }
        say("%d rows of windows that became known from %s to %s.%n", history.size(), first(history), last(history));
        BacktestTable table = new BacktestTable(Backtest.of(present, history), zone);
        spec.commandLine()
                .getOut()
                .print(other.map(files -> table.beside(Backtest.of(files, history)))
                        .orElseGet(table::alone));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<Arrival> history(Settings settings) {
        try (Store store = StoreView.in(data.orElse(settings.data()))) {
            List<Arrival> all = new StoredHistory(store, settings.lanes()).since(Instant.EPOCH);
            Instant from = from(all);
            return all.stream()
                    .filter(arrival -> arrival.window().end().isAfter(from))
                    .toList();
        }
    }

    private Instant from(List<Arrival> all) {
        return all.isEmpty() ? Instant.EPOCH : Since.of(since, last(all), spec.commandLine());
    }

    private static Instant first(List<Arrival> history) {
        return history.stream().map(Arrival::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(List<Arrival> history) {
        return history.stream().map(Arrival::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format + "%n", values);
    }
}
