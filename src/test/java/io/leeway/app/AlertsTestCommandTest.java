package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** {@code alerts test} as a build server calls it. */
class AlertsTestCommandTest {
    private static final String SCRIPT = """
        version: 1
        start: 2026-03-02T00:00:00Z
        tests:
          - name: a strong drift <opens> at once
            given:
              - series: {measurement: drift, model: credit, feature: age}
                every: 1d
                fields: {psi_test: "0.3", threshold: "0.1", drift_score: "3"}
            expect:
              - {at: 1d, state: {feature-drift: warning}}
          - name: and another
            expect:
              - {at: 1d, open: 0}
        """;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void writeRules() throws IOException {
        Files.createDirectories(folder.resolve("alerts/tests"));
        Files.copy(Path.of("alerts/drift.yml"), folder.resolve("alerts/drift.yml"));
        Files.copy(Path.of("alerts/receivers.yml"), folder.resolve("alerts/receivers.yml"));
        Files.writeString(folder.resolve("alerts/tests/age.yml"), SCRIPT);
        Files.writeString(folder.resolve("leeway.yml"), "alerts: " + folder.resolve("alerts") + "\n");
    }

    @Test
    void withoutAFileAllBesideTheRulesAreTried() {
        assertThat(run("--config", folder.resolve("leeway.yml").toString())).isZero();
        assertThat(said.toString())
                .contains("age.yml")
                .contains("  ok    a strong drift <opens> at once")
                .contains("  ok    and another");
    }

    @Test
    void whatIsNotAsClaimedIsToldAndEndsWithOneAndStandsInTheXml() throws Exception {
        Path script = folder.resolve("alerts/tests/age.yml");
        Files.writeString(script, SCRIPT.replace("{feature-drift: warning}", "{feature-drift: critical}"));
        Path xml = folder.resolve("junit.xml");
        assertThat(run(script.toString(), "--junit", xml.toString())).isEqualTo(1);
        assertThat(said.toString())
                .contains("  FAIL  a strong drift <opens> at once")
                .contains("age.yml:10:9: at 1d feature-drift of age credit is warning, not critical");
        Element suite = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element first = (Element) suite.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("a strong drift <opens> at once");
        assertThat(first.getTextContent()).contains("is warning, not critical");
    }

    @Test
    void aMistakeInAFileEndsWithOneAndIsToldWithItsPlace() throws Exception {
        Path script = folder.resolve("alerts/tests/age.yml");
        Files.writeString(script, SCRIPT.replace("expect", "expext"));
        assertThat(run(script.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("age.yml:9:5: expext is not known here; did you mean expect?");
    }

    @Test
    void aFolderWithoutTestsIsToldAndIsNoSuccess() {
        assertThat(run(folder.resolve("alerts").resolve("none").toString())).isEqualTo(1);
        assertThat(said.toString()).contains("none");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "alerts";
        all[1] = "test";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Main.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(all);
    }
}
