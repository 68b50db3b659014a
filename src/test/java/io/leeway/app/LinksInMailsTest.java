package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.demo.LogClock;
import io.leeway.mail.MailParts;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who reads a mail at night can do by its links, against the whole service. */
class LinksInMailsTest {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"]+/do/[\\w.-]+");

    private final LogClock clock = new LogClock(Shop.MONDAY);
    private Optional<Service> running = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        Files.createDirectories(folder.resolve("alerts"));
        Files.copy(Path.of("alerts/drift.yml"), folder.resolve("alerts/drift.yml"));
    }

    @AfterEach
    void stop() {
        running.ifPresent(Service::stop);
    }

    @Test
    void theMailHasThreeLinksInBothItsPartsAndTheMailOfTheEndHasNone() throws Exception {
        Caller caller = drifting("");
        List<String> links = links();
        assertThat(links).hasSize(3).allMatch(link -> link.startsWith("http://127.0.0.1:"));
        String html = MailParts.of(Files.readAllBytes(mails().get(0))).html();
        assertThat(html).contains(links).contains(">Acknowledge</a>", ">Silence for 2 hours</a>");
        recover(caller);
        assertThat(mails()).hasSize(2);
        assertThat(LINK.matcher(text(mails().get(1))).find()).isFalse();
    }

    @Test
    void whoeverReadsTheMailByATokenIsShownNoLinkThatDoesSomething() throws Exception {
        Caller caller = drifting("");
        String id = new JsonObject(caller.get("/v1/mails").body())
                .getJsonArray("mails")
                .getJsonObject(0)
                .getString("id");
        String shown = caller.get("/v1/mails/" + id).body();
        assertThat(shown).contains("Acknowledge", "/do/(in the mail)");
        assertThat(LINK.matcher(shown).find()).isFalse();
        assertThat(links()).as("in the mail itself").hasSize(3);
    }

    @Test
    void whoeverLooksChangesNothingAndWhoeverPressesIsNamed() throws Exception {
        Caller caller = drifting("");
        String acknowledge = path(links().get(0));
        assertThat(caller.get(acknowledge).body()).contains("Acknowledge?", "Nothing happens until");
        assertThat(incident(caller).getString("acknowledged_by")).isNull();
        assertThat(caller.post(acknowledge, "name=Ann").body())
                .contains("Acknowledged by Ann (by a link mailed to on-call)");
        assertThat(incident(caller).getString("acknowledged_by")).isEqualTo("Ann (by a link mailed to on-call)");
        assertThat(Files.readString(auditLog())).contains("POST /do/{link}").doesNotContain(acknowledge.substring(4));
    }

    @Test
    void aSilenceByLinkNamesTheRuleAndTheModelAndLastsTwoHours() throws Exception {
        Caller caller = drifting("");
        assertThat(caller.post(path(links().get(1)), "name=").status()).isEqualTo(200);
        JsonObject silence = new JsonObject(caller.get("/v1/silences").body())
                .getJsonArray("silences")
                .getJsonObject(0);
        assertThat(silence.getString("author")).isEqualTo("on-call (by a link in a mail)");
        assertThat(silence.getJsonObject("matchers").getMap())
                .containsKeys("rule", "model")
                .doesNotContainKey("level");
        assertThat(silence.getInstant("end")).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(silence.getString("reason")).startsWith("by a link in the mail about: ");
        assertThat(incident(caller).getInstant("silenced_until")).isEqualTo(silence.getInstant("end"));
    }

    @Test
    void aLinkOfLastWeekDoesNothingAnyMore() throws Exception {
        Caller caller = drifting("");
        String link = path(links().get(0));
        clock.set(clock.instant().plus(SignedOffers.GOOD).plus(Duration.ofSeconds(1)));
        assertThat(caller.get(link).status()).isEqualTo(410);
        assertThat(caller.post(link, "name=Ann").status()).isEqualTo(410);
        assertThat(incident(caller).getString("acknowledged_by")).isNull();
    }

    @Test
    void aLinkSurvivesARestartAndNotTheLossOfTheKey() throws Exception {
        var unused = drifting("");
        String link = path(links().get(0));
        service().stop();
        assertThat(new Caller(start("").address()).get(link).status()).isEqualTo(200);
        service().stop();
        Files.delete(folder.resolve("data/link.key"));
        assertThat(new Caller(start("").address()).get(link).status()).isEqualTo(404);
    }

    @Test
    void linksLeadToWhereReadersFindTheServiceIfThatIsWritten() throws Exception {
        var unused = drifting("links: {service: \"https://leeway.example.org/\"}\n");
        assertThat(links()).hasSize(3).allMatch(link -> link.startsWith("https://leeway.example.org/do/"));
    }

    /** A day that drifts by far, and an hour of the next, so that it closes. */
    private Caller drifting(String more) throws Exception {
        Caller caller = new Caller(start(more).address());
        Shop.open(caller);
        clock.set(Shop.start(2).plus(Duration.ofHours(2)));
        post(caller, Shop.day(0, 0));
        post(caller, Shop.day(1, 5));
        post(caller, Shop.rows(2, 0, 20, 0));
        return caller;
    }

    private void recover(Caller caller) throws IOException {
        clock.set(Shop.start(4).plus(Duration.ofHours(2)));
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

    private List<String> links() throws IOException {
        return LINK.matcher(text(mails().get(0)))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/do/"));
    }

    /** The plain text of a mail. */
    private static String text(Path mail) throws IOException {
        String whole = Files.readString(mail).replace("=\r\n", "");
        return whole.substring(0, whole.indexOf("text/html"));
    }

    private List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/mail"))) {
            return files.sorted().toList();
        }
    }

    private Path auditLog() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/audit"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private Service service() {
        return running.orElseThrow();
    }

    private Service start(String more) throws Exception {
        Files.writeString(
                folder.resolve("alerts/receivers.yml"),
                "version: 1\nmail: {from: leeway@example.org, message_id_domain: example.org}\n" + more
                        + "receivers: {on-call: {email: [a@example.org]}}\n");
        Settings settings = Settings.embedded(folder.resolve("data"), 0).withAlerts(folder.resolve("alerts"));
        running = Optional.of(Service.start(settings, clock));
        return service();
    }
}
