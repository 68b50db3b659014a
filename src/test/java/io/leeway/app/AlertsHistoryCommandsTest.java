package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.demo.LogClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the history of a service that runs: a week on whose third day prices drift and leave their range. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsHistoryCommandsTest {
    private final LogClock clock = new LogClock(Shop.MONDAY);
    private final Path data;
    private final Path proposed;
    private final Service service;

    AlertsHistoryCommandsTest(@TempDir Path folder) throws Exception {
        data = folder.resolve("data");
        proposed = folder.resolve("proposed");
        service = Service.start(Settings.embedded(data, 0), clock);
    }

    @BeforeAll
    void aWeekOfWhichTheThirdDayDrifts() throws IOException {
        Caller caller = new Caller(service.address());
        Shop.open(caller);
        for (int day = 0; day < 7; day++) {
            clock.set(Shop.start(day + 1).plus(Shop.MORNING));
            assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(day, day == 2 ? 5 : 0))
                            .status())
                    .isEqualTo(200);
            assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
            service.settle();
        }
        Files.createDirectories(proposed);
        Files.copy(Path.of("alerts/receivers.yml"), proposed.resolve("receivers.yml"));
        String drift = Files.readString(Path.of("alerts/drift.yml"));
        Files.writeString(proposed.resolve("drift.yml"), drift.replace("psi_test > ", "psi_test > 1000 * "));
    }

    @AfterAll
    void stop() {
        service.stop();
    }

    @Test
    void anIncidentIsExplainedStepByStepWhileTheServiceRuns() throws IOException {
        String id = incident();
        String said = said(0, "explain", id.substring(0, 6));
        assertThat(said)
                .contains("Incident " + id + ": shop: price drifted from the baseline")
                .contains("opened    with the window that ends 2024-03-07T00:00:00Z")
                .containsPattern("2024-03-05T00:00:00Z to 2024-03-06T00:00:00Z, 240 rows: ok\n")
                .contains("2024-03-06T00:00:00Z to 2024-03-07T00:00:00Z, 240 rows: warning (breach)")
                .containsPattern(" warning +2 of 3 +holds +psi_test [0-9.]+ is > [0-9.]+; drift_score [0-9.]+ is > 1")
                .containsPattern("240 rows: ok \\(cleared\\)\n")
                .contains("What held it back\n  nothing")
                .contains("to the owner, on-call, by all > level=warning, in working hours")
                .containsPattern("T09:00:00Z to on-call: \\[WARNING\\] shop: price .*\\(on-call@example.org sent\\)")
                .containsPattern("to on-call: \\[RESOLVED\\] shop: price");
        assertThat(said.indexOf("2024-03-10T00:00:00Z, 240"))
                .as("days behind the end are left out")
                .isNegative();
    }

    @Test
    void anIncidentThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
        assertThat(said(1, "explain", "nothing")).contains("There is no incident nothing", incident());
    }

    @Test
    void aBacktestFindsWhatTheServiceFoundAndWhatAProposalWouldHave() {
        assertThat(said(0, "backtest", "--since", "30d"))
                .containsPattern("incidents +2\n")
                .containsPattern("mails +4\n +to on-call@example.org +4\n +nights of theirs +0\n")
                .containsPattern("2024-03-07 00:00  shop: price drifted from the baseline +warning\n");
        assertThat(said(0, "backtest", "--since", "30d", "--alerts", proposed.toString()))
                .containsPattern("present +proposed\n")
                .containsPattern("incidents +2 +0\n")
                .containsPattern("price drifted from the baseline +warning +-\n");
    }

    @Test
    void onlyWindowsSinceThenArePlayed() {
        assertThat(said(0, "backtest", "--since", "2024-03-08T00:00:00Z")).containsPattern("incidents +0\n");
        assertThat(said(0, "backtest", "--since", "2d")).containsPattern("incidents +0\n");
        assertThat(said(2, "backtest", "--since", "lately")).contains("30d");
    }

    private String incident() throws IOException {
        return new Caller(service.address())
                .get("/v1/incidents")
                .json()
                .getJsonArray("incidents")
                .getJsonObject(0)
                .getString("id");
    }

    private String said(int code, String... arguments) {
        StringWriter said = new StringWriter();
        String[] all = Stream.concat(
                        Stream.of("alerts"),
                        Stream.concat(Arrays.stream(arguments), Stream.of("--data", data.toString())))
                .toArray(String[]::new);
        assertThat(Main.commandLine()
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(said))
                        .execute(all))
                .as(said::toString)
                .isEqualTo(code);
        return said.toString();
    }
}
