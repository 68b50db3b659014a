package io.leeway.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.yaml.InvalidYamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The test files of the rules that are shipped, one test a scenario. */
class ShippedScriptsTest {
    @TestFactory
    Stream<DynamicContainer> everyScenarioIsAsItClaims() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("alerts/tests"))) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream()
                    .map(ShippedScriptsTest::container);
        }
    }

    private static DynamicContainer container(Path file) {
        try {
            Script script = ScriptReader.read(file);
            return DynamicContainer.dynamicContainer(
                    script.name(), script.scenarios().stream().map(scenario -> test(scenario, script)));
        } catch (IOException | InvalidYamlException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static DynamicTest test(Scenario scenario, Script script) {
        return DynamicTest.dynamicTest(
                scenario.name(),
                () -> assertThat(Rehearsal.differences(scenario, script.alerts()))
                        .isEmpty());
    }
}
