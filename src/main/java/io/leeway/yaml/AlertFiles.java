package io.leeway.yaml;

import io.leeway.alert.Incident;
import io.leeway.alert.Rule;
import io.leeway.alert.Tags;
import io.leeway.notify.Labels;
import io.leeway.notify.Receivers;
import io.leeway.text.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules and receivers of the folder {@code alerts}.
 *
 * @param rules by name
 */
public record AlertFiles(List<Rule> rules, Receivers receivers) {
    /** The file that says who is told; every other one holds rules. */
    public static final String RECEIVERS = "receivers.yml";

    private static final List<String> SHIPPED = List.of(
            "drift.yml", "quality.yml", "performance.yml", "silence.yml", "labels.yml", "budget.yml", RECEIVERS);

    public AlertFiles {
        rules = List.copyOf(rules);
    }

    /** What routes and silences see of an incident of these rules. */
    public Function<Incident, Tags> labels() {
        return Labels.of(rules, receivers);
    }

    /** Those that come with the service. */
    public static AlertFiles shipped() throws InvalidYamlException {
        return of(SHIPPED.stream().map(AlertFiles::resource).toList());
    }

    /** All {@code *.yml} files of a folder. */
    public static AlertFiles in(Path folder) throws IOException, InvalidYamlException {
        List<YamlFile> files = new ArrayList<>();
        for (Path path : paths(folder)) {
            files.add(new YamlFile(path.toString(), Files.readString(path)));
        }
        return of(files);
    }

    /** The files of a folder that say something of alerts, by name. */
    public static List<Path> paths(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yml")) {
            found.forEach(paths::add);
        }
        Collections.sort(paths);
        return paths;
    }

    /** The meaning of some files, or all their problems. */
    public static AlertFiles of(List<YamlFile> files) throws InvalidYamlException {
        Problems problems = new Problems();
        List<RuleReader.Read> rules = new ArrayList<>();
        files.stream()
                .filter(file -> !isReceivers(file))
                .forEach(file ->
                        Document.read(file, problems).ifPresent(section -> rules.addAll(RuleReader.rules(section))));
        checkNames(rules);
        Explanations.check(rules);
        Optional<Receivers> receivers = receivers(files, labels(rules), problems);
        receivers.ifPresent(known -> checkOwners(rules, known));
        problems.throwIfAny();
        return new AlertFiles(rules.stream().map(RuleReader.Read::rule).toList(), receivers.orElseThrow());
    }

    private static Optional<Receivers> receivers(List<YamlFile> files, Set<String> labels, Problems problems) {
        Optional<YamlFile> file = files.stream().filter(AlertFiles::isReceivers).findFirst();
        if (file.isEmpty()) {
            problems.addMissing(RECEIVERS, "there is no file that says who is told; it begins with version: 1");
            return Optional.empty();
        }
        return Document.read(file.get(), problems).map(section -> ReceiversReader.receivers(section, labels));
    }

    /** What some rule groups its incidents by. */
    private static Set<String> labels(List<RuleReader.Read> rules) {
        return rules.stream()
                .flatMap(read -> read.rule().incidentPer().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isReceivers(YamlFile file) {
        return file.name().endsWith(RECEIVERS);
    }

    private static void checkNames(List<RuleReader.Read> rules) {
        Map<String, RuleReader.Read> names = new HashMap<>();
        for (RuleReader.Read read : rules) {
            if (names.putIfAbsent(read.rule().name(), read) != null) {
                read.section()
                        .problem(
                                "rule",
                                "there are two rules named " + read.rule().name());
            }
        }
    }

    private static void checkOwners(List<RuleReader.Read> rules, Receivers receivers) {
        for (RuleReader.Read read : rules) {
            String owner = read.rule().wording().owner();
            if (receivers.receiver(owner).isEmpty()) {
                read.section()
                        .problem(
                                "owner",
                                "there is no receiver " + owner + " in " + RECEIVERS + "; "
                                        + Suggestion.sentence(
                                                owner, receivers.all().keySet()));
            }
        }
    }

    private static YamlFile resource(String name) {
        String path = "alerts/" + name;
        try (InputStream stream = AlertFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not packed");
            }
            return new YamlFile(path, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }
}
