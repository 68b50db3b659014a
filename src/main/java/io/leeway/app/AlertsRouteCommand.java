package io.leeway.app;

import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import io.leeway.notify.Labels;
import io.leeway.routing.Hours;
import io.leeway.routing.Pace;
import io.leeway.routing.Policy;
import io.leeway.routing.Route;
import io.leeway.text.Suggestion;
import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leeway alerts route rule=feature-drift level=critical}: who would be told, by which route, and when. */
@Command(
        name = "route",
        description =
                "Says who is told of an incident with these labels, by which route, and when the first mail goes.",
        mixinStandardHelpOptions = true)
final class AlertsRouteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--at", description = "When it happens, such as 2026-03-14T02:00:00Z (now).")
    private Optional<Instant> at = Optional.empty();

    @Parameters(description = "Labels, such as model=credit level=critical; the owner follows from the rule.")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        AlertFiles alerts = SettingsFile.read(config, System.getenv()).alertFiles();
        check(alerts);
        Map<String, String> all = new LinkedHashMap<>(labels);
        alerts.rules().stream()
                .filter(rule -> rule.name().equals(labels.get("rule")))
                .forEach(rule -> all.putIfAbsent("owner", rule.wording().owner()));
        Tags tags = new Tags(all);
        PrintWriter out = spec.commandLine().getOut();
        alerts.receivers().route().leaves(tags).forEach(leaf -> tell(leaf, tags, out));
        out.flush();
        return 0;
    }

    private void check(AlertFiles alerts) {
        Set<String> known = Labels.known(alerts.rules().stream()
                .map(Rule::watch)
                .flatMap(watch -> watch.per().stream())
                .collect(Collectors.toSet()));
        labels.keySet().stream()
                .filter(label -> !known.contains(label))
                .findFirst()
                .ifPresent(label -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "no incident has the label " + label + "; " + Suggestion.sentence(label, known));
                });
    }

    private void tell(Route.Leaf leaf, Tags tags, PrintWriter out) {
        Policy policy = leaf.policy();
        Instant earliest = at.orElseGet(Instant::now).plus(policy.pace().first());
        Optional<Hours> hours = policy.hours().filter(each -> each.outside() != Hours.Outside.SEND);
        Instant told = hours.map(each -> each.next(earliest)).orElse(earliest);
        String receiver = policy.to().orElse(tags.get("owner"));
        out.printf("%s, by %s%n", receiver.isEmpty() ? "the owner" : receiver, String.join(" > ", leaf.path()));
        out.printf("  first mail %s%s%n", told, told.equals(earliest) ? "" : ", when the hours begin");
        repeats(policy.pace(), out);
        policy.escalation()
                .forEach(step -> out.printf("  %s later to %s, unless acknowledged%n", step.after(), step.to()));
    }

    private static void repeats(Pace pace, PrintWriter out) {
        if (!pace.repeatEvery().isZero()) {
            out.printf("  again every %s while it is open%n", pace.repeatEvery());
        }
    }
}
