package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import io.leeway.yaml.InvalidYamlException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running service and its folder of rules and receivers, seen from outside. */
class AlertFilesInUseTest {
    private static final String BROKEN = "version: 1\nrules:\n  - rule: feature-drift\n    levls: {}\n";

    private final LogClock clock = new LogClock(Shop.MONDAY);
    private Optional<Service> running = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        Files.createDirectories(folder.resolve("alerts"));
        Files.copy(Path.of("alerts/drift.yml"), rules());
        write("receivers.yml", receivers("a@example.org"));
    }

    @AfterEach
    void stop() {
        running.ifPresent(Service::stop);
    }

    @Test
    void aChangedRuleHoldsWithoutARestartAndLosesNothingOfWhatIsOpen() throws Exception {
        Caller caller = drifting();
        JsonObject before = incident(caller);
        assertThat(caller.post("/v1/incidents/" + before.getString("id") + "/ack", "{\"author\":\"Ann\"}")
                        .status())
                .isEqualTo(200);
        write("drift.yml", Files.readString(rules()).replace("breaches: 2, of: 3", "breaches: 2, of: 4"));
        soon(() -> audit().contains("\"reload\""));
        service().settle();
        assertThat(incident(caller).getString("id")).isEqualTo(before.getString("id"));
        assertThat(incident(caller).getString("state")).isEqualTo("open");
        assertThat(incident(caller).getString("acknowledged_by")).isEqualTo("Ann");
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void aRuleThatIsTakenAwayEndsItsIncidentAndSaysWhy() throws Exception {
        Caller caller = drifting();
        Files.delete(rules());
        soon(() -> !incident(caller).getString("state").equals("open"));
        service().settle();
        assertThat(mails()).hasSize(2);
        assertThat(mails().get(1))
                .contains("Subject: [RESOLVED]", "X-Leeway-Reason: no_longer_watched", "The rule was removed.");
    }

    @Test
    void aNewAddressGetsTheNextMail() throws Exception {
        Caller caller = drifting();
        write("receivers.yml", receivers("b@example.org"));
        soon(() -> audit().contains("\"reload\""));
        recover(caller);
        assertThat(mails()).hasSize(2);
        assertThat(mails().get(0)).contains("To: a@example.org");
        assertThat(mails().get(1)).contains("To: b@example.org", "Subject: [RESOLVED]");
    }

    @Test
    void aBrokenFileReplacesNothingAndSaysSoUntilItIsMended() throws Exception {
        Caller caller = drifting();
        String good = Files.readString(rules());
        write("drift.yml", BROKEN);
        soon(() -> probe(caller).getString("state").equals("degraded"));
        assertThat(probe(caller).getString("detail"))
                .contains("drift.yml:4:5: ")
                .contains("did you mean levels?");
        assertThat(caller.get("/readyz").status()).isEqualTo(200);
        assertThat(caller.get("/metrics").body()).contains("leeway_files_unused{files=\"alert files\"} 1.0");
        assertThat(audit()).contains("\"subject\":\"alert files\",\"outcome\":\"failed\"");
        recover(caller);
        assertThat(subjects()).as("the rules of before go on").anyMatch(subject -> subject.startsWith("[RESOLVED]"));

        write("drift.yml", good);
        soon(() -> probe(caller).getString("state").equals("up"));
        service().settle();
        assertThat(caller.get("/metrics").body()).contains("leeway_files_unused{files=\"alert files\"} 0.0");
        assertThat(subjects().stream().filter(subject -> subject.contains("FILES")))
                .containsExactlyInAnyOrder(
                        "[BROKEN FILES] The alert files cannot be used",
                        "[MENDED FILES] The alert files cannot be used");
    }

    @Test
    void aServiceThatStartsOnABrokenFileGoesOnByTheFilesThatWereLastInUse() throws Exception {
        String open = incident(drifting()).getString("id");
        service().stop();
        write("drift.yml", BROKEN);
        for (int start = 0; start < 2; start++) {
            Caller caller = new Caller(start().address());
            service().settle();
            assertThat(probe(caller).getString("state")).isEqualTo("degraded");
            assertThat(incident(caller).getString("id")).isEqualTo(open);
            assertThat(incident(caller).getString("state")).isEqualTo("open");
            service().stop();
        }
        assertThat(subjects().stream().filter(subject -> subject.contains("FILES")))
                .as("told once, however often it starts")
                .containsExactly("[BROKEN FILES] The alert files cannot be used");
    }

    @Test
    void aServiceThatNeverHadFilesItCouldUseDoesNotStart() throws IOException {
        write("drift.yml", BROKEN);
        assertThatThrownBy(this::start)
                .isInstanceOf(InvalidYamlException.class)
                .hasMessageContaining("drift.yml:4:5: ");
    }

    /** A day that drifts by far, and an hour of the next, so that it closes. */
    private Caller drifting() throws Exception {
        Caller caller = new Caller(start().address());
        Shop.open(caller);
        clock.set(Shop.start(2).plus(Shop.MORNING));
        post(caller, Shop.day(0, 0));
        post(caller, Shop.day(1, 5));
        post(caller, Shop.rows(2, 0, 20, 0));
        return caller;
    }

    private void recover(Caller caller) throws IOException {
        clock.set(Shop.start(4).plus(Shop.MORNING));
        post(caller, Shop.rows(2, 20, Shop.A_DAY, 0));
        post(caller, Shop.day(3, 0));
        post(caller, Shop.rows(4, 0, 20, 0));
    }

    private void post(Caller caller, String rows) throws IOException {
        assertThat(caller.post(Shop.PATH + "/predictions", rows).status()).isEqualTo(200);
        assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
        service().settle();
    }

    private static JsonObject incident(Caller caller) throws IOException {
        return new JsonObject(caller.get("/v1/incidents").body())
                .getJsonArray("incidents")
                .getJsonObject(0);
    }

    private static JsonObject probe(Caller caller) throws IOException {
        return new JsonObject(caller.get("/readyz").body())
                .getJsonArray("probes").stream()
                        .map(JsonObject.class::cast)
                        .filter(probe -> probe.getString("name").equals("alert files"))
                        .findFirst()
                        .orElseThrow();
    }

    private List<String> subjects() throws IOException {
        return mails().stream()
                .map(mail -> mail.lines()
                        .filter(line -> line.startsWith("Subject: "))
                        .findFirst()
                        .orElseThrow()
                        .substring(9))
                .toList();
    }

    /** In the order of their names: those of an incident in theirs. */
    private List<String> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/mail"))) {
            return files.sorted().map(AlertFilesInUseTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String audit() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/audit"))) {
            return files.map(AlertFilesInUseTest::read).reduce("", String::concat);
        }
    }

    private Path rules() {
        return folder.resolve("alerts/drift.yml");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("alerts").resolve(name), text);
    }

    private static String receivers(String address) {
        return "version: 1\nmail: {from: leeway@example.org, message_id_domain: example.org}\n"
                + "receivers: {on-call: {email: [" + address + "]}}\n";
    }

    private static void soon(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(20)).until(holds);
    }

    private Service service() {
        return running.orElseThrow();
    }

    private Service start() throws IOException, InvalidYamlException {
        Settings settings = Settings.embedded(folder.resolve("data"), 0).withAlerts(folder.resolve("alerts"));
        running = Optional.of(Service.start(settings, clock));
        return service();
    }
}
