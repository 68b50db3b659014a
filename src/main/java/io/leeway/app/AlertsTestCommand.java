package io.leeway.app;

import io.leeway.rehearsal.JunitXml;
import io.leeway.rehearsal.Rehearsal;
import io.leeway.rehearsal.ScriptReader;
import io.leeway.yaml.InvalidYamlException;
import io.leeway.yaml.YamlProblem;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leeway alerts test}: plays the test files of rules and mails, and tells what is not as they claim. */
@Command(
        name = "test",
        description =
                "Plays test files of rules and mails on a clock of their own, through the evaluator, the routing and"
                        + " the outbox of the service, and tells what is not as they claim. Ends with 1 unless all of it"
                        + " is.",
        mixinStandardHelpOptions = true)
final class AlertsTestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--config", description = "The configuration file; without one every key has its default.")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--junit", description = "Also writes what came of it as JUnit XML to this file.")
    private Optional<Path> junit = Optional.empty();

    @Parameters(description = "Test files, or folders of them (the folder tests beside the rules).")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InvalidYamlException {
        List<Path> files = files();
        if (files.isEmpty()) {
            say("There is no test file in %s; it is a .yml file.", paths);
            return 1;
        }
        List<JunitXml.Suite> suites = suites(files);
        suites.forEach(this::tell);
        if (junit.isPresent()) {
            write(suites, junit.get());
        }
        return suites.stream().flatMap(suite -> suite.outcomes().stream()).allMatch(Rehearsal.Outcome::asClaimed)
                ? 0
                : 1;
    }

    /** The mistakes of all files are told at once. */
    private static List<JunitXml.Suite> suites(List<Path> files) throws IOException, InvalidYamlException {
        List<YamlProblem> problems = new ArrayList<>();
        List<JunitXml.Suite> suites = new ArrayList<>();
        for (Path file : files) {
            try {
                suites.add(new JunitXml.Suite(file.toString(), Rehearsal.of(ScriptReader.read(file))));
            } catch (InvalidYamlException e) {
                e.problems().stream().filter(each -> !problems.contains(each)).forEach(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidYamlException(problems);
        }
        return suites;
    }

    private List<Path> files() throws IOException, InvalidYamlException {
        if (paths.isEmpty()) {
            Settings settings = SettingsFile.read(config, System.getenv());
            paths = List.of(settings.alerts().orElse(Path.of("alerts")).resolve("tests"));
        }
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(Files.isDirectory(path) ? in(path) : List.of(path));
        }
        return files;
    }

    private static List<Path> in(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yml")) {
            found.forEach(files::add);
        }
        return files.stream().sorted().toList();
    }

    private void tell(JunitXml.Suite suite) {
        say("%s", suite.name());
        for (Rehearsal.Outcome outcome : suite.outcomes()) {
            say(
                    "  %s  %s",
                    outcome.asClaimed() ? "ok  " : "FAIL", outcome.scenario().name());
            outcome.differences().forEach(difference -> say("    %s", difference));
        }
    }

    private static void write(List<JunitXml.Suite> suites, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            JunitXml.write(suites, out);
        }
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().printf(format + "%n", values);
    }
}
