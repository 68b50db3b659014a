package io.leeway.rehearsal;

import io.leeway.yaml.AlertFiles;
import io.leeway.yaml.Document;
import io.leeway.yaml.InvalidYamlException;
import io.leeway.yaml.Problems;
import io.leeway.yaml.Section;
import io.leeway.yaml.Text;
import io.leeway.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads scripts, as strictly as rules are read. */
public final class ScriptReader {
    private final Path file;
    private final Section section;
    private final Problems problems;

    private ScriptReader(Path file, Section section, Problems problems) {
        this.file = file;
        this.section = section;
        this.problems = problems;
    }

    /** The script that stands in a file, or all its problems or those of the rules it tries. */
    public static Script read(Path file) throws IOException, InvalidYamlException {
        Problems problems = new Problems();
        Optional<Section> section = Document.read(new YamlFile(file.toString(), Files.readString(file)), problems);
        problems.throwIfAny();
        return new ScriptReader(file, section.orElseThrow(), problems).script();
    }

    private Script script() throws IOException, InvalidYamlException {
        section.only("version", "files", "start", "tests");
        section.needed("version")
                .filter(version -> !version.value().equals("1"))
                .ifPresent(version -> version.problem("only version 1 is known, not " + version.value()));
        Optional<Instant> start = section.needed("start").flatMap(Times::full);
        List<YamlFile> files = files();
        problems.throwIfAny();
        AlertFiles alerts =
                files.isEmpty() ? AlertFiles.in(file.resolveSibling("..").normalize()) : AlertFiles.of(files);
        ScenarioReader reader = new ScenarioReader(alerts, new Times(start.orElseThrow()));
        List<Scenario> scenarios = section.sections("tests").stream()
                .flatMap(test -> reader.scenario(test).stream())
                .toList();
        checkNames(scenarios);
        problems.throwIfAny();
        return new Script(file.toString(), alerts, scenarios);
    }

    /** The rules and receivers that are tried; none named: all of the folder above. */
    private List<YamlFile> files() throws IOException {
        List<YamlFile> files = new ArrayList<>();
        for (Text name : section.texts("files")) {
            Path path = file.resolveSibling(name.value()).normalize();
            if (Files.isRegularFile(path)) {
                files.add(new YamlFile(path.toString(), Files.readString(path)));
            } else {
                name.problem("there is no file " + path);
            }
        }
        return files;
    }

    private void checkNames(List<Scenario> scenarios) {
        Set<String> names = new HashSet<>();
        scenarios.stream()
                .filter(scenario -> !names.add(scenario.name()))
                .forEach(twice -> section.problem("tests", "there are two tests named " + twice.name()));
        if (scenarios.isEmpty()) {
            section.problem("tests", "tests must be a list of tests");
        }
    }
}
