package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeway.app.demo.LogClock;
import io.leeway.rocks.RocksStore;
import io.leeway.state.Store;
import io.leeway.state.Table;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model with windows, labels, an open incident and an idempotency key is erased from a running service. */
class ErasedModelTest {
    private static final String OTHER = "/v1/models/other";
    private static final String NEW_ROW = "{\"id\":\"0-0\",\"score\":0.5}";

    /** What people were told stays for {@code keep_incidents}. */
    private static final Set<String> TOLD = Set.of(
            "incidents", "mails", "mail-deliveries", "mail-queue", "conversations", "acknowledgements", "silences");

    private final LogClock clock = new LogClock(Shop.MONDAY);

    @TempDir
    private Path folder;

    private Service service;
    private Caller caller;

    @BeforeEach
    void aModelThatDrifts() throws Exception {
        service = Service.start(Settings.embedded(folder, 0), clock);
        caller = new Caller(service.address());
        Shop.open(caller);
        for (int day = 0; day < 4; day++) {
            clock.set(Shop.start(day + 1).plus(Shop.MORNING));
            ok(caller.post(Shop.PATH + "/predictions", Shop.day(day, day == 2 ? 50 : 0)));
            ok(caller.post(Shop.PATH + "/labels", Shop.labels(day)));
            ok(caller.post(OTHER + "/predictions", Shop.day(day, 0)));
            ok(caller.getReported(Shop.PATH));
            service.settle();
        }
        ok(caller.postWithKey(Shop.PATH + "/predictions", "k", Shop.day(4, 0)));
        assertThat(incidents())
                .isNotEmpty()
                .allMatch(incident -> incident.getString("state").equals("open"));
    }

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void noTableKnowsItAnyMoreAndTheOtherModelIsUntouched() throws Exception {
        String other = caller.getReported(OTHER + "/windows?size=1d").body();
        erase();
        assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(404);
        assertThat(caller.getReported("/v1/models").body()).doesNotContain("shop");
        assertThat(caller.getReported(OTHER + "/windows?size=1d").body()).isEqualTo(other);
        assertThat(caller.delete(Shop.PATH).status()).isEqualTo(404);
        service.stop();
        await().until(() -> TOLD.containsAll(tablesWith("shop")) || goesOnLater());
        assertThat(tablesWith("shop")).contains("incidents");
    }

    @Test
    void whatWasOpenEndsAndIsToldSo() throws Exception {
        erase();
        service.settle();
        assertThat(incidents())
                .isNotEmpty()
                .allMatch(incident -> incident.getString("state").equals("resolved"));
        assertThat(caller.get("/v1/mails").json().getJsonArray("mails").stream()
                        .map(mail -> said(((JsonObject) mail).getString("id"))))
                .anyMatch(mail -> mail.contains("The model was deleted."));
    }

    @Test
    void rowsThatComeAfterwardsBeginANewModelThatKnowsNeitherIdsNorKeys() throws Exception {
        erase();
        await().until(() ->
                caller.postWithKey(Shop.PATH + "/predictions", "k", NEW_ROW).status() == 200);
        JsonObject model = caller.getReported(Shop.PATH).json();
        assertThat(model.getJsonObject("predictions").getMap())
                .containsEntry("accepted", 1)
                .containsEntry("counted", 1)
                .containsEntry("duplicates", 0);
        assertThat(caller.getReported(Shop.PATH + "/windows?size=1h").json().getJsonArray("windows"))
                .hasSize(1);
    }

    @Test
    void aModelWithoutAnIncidentIsErasedAsWell() throws Exception {
        ok(caller.delete(OTHER));
        await().until(() -> caller.post(OTHER + "/predictions", NEW_ROW).status() == 200);
    }

    @Test
    void aServiceThatWasStoppedInBetweenGoesOnWithIt() throws Exception {
        ok(caller.delete(Shop.PATH));
        service.stop();
        service = Service.start(Settings.embedded(folder, 0), clock);
        caller = new Caller(service.address());
        service.settle();
        assertThat(incidents()).allMatch(incident -> incident.getString("state").equals("resolved"));
        await().until(() -> caller.post(Shop.PATH + "/predictions", NEW_ROW).status() == 200);
    }

    @Test
    void theAuditLogSaysWhoDidIt() throws Exception {
        erase();
        try (var files = Files.list(folder.resolve("audit"))) {
            assertThat(files.map(ErasedModelTest::text))
                    .anyMatch(text -> text.contains("DELETE") && text.contains("shop"));
        }
    }

    /** A service that was stopped before the series had done their part does it when it is started again. */
    private boolean goesOnLater() throws Exception {
        service = Service.start(Settings.embedded(folder, 0), clock);
        service.settle();
        service.stop();
        return false;
    }

    private void erase() throws IOException {
        ok(caller.delete(Shop.PATH));
        assertThat(caller.getReported("/v1/models").status()).isEqualTo(200);
    }

    private List<JsonObject> incidents() throws IOException {
        return caller.get("/v1/incidents").json().getJsonArray("incidents").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private String said(String mail) {
        try {
            return caller.get("/v1/mails/" + mail).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ok(Caller.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** The tables in which a key or a value says it. */
    private Set<String> tablesWith(String word) {
        Set<String> found = new TreeSet<>();
        Traces traces = Traces.of(word);
        try (Store store = RocksStore.open(folder.resolve("state"), Stores.tables())) {
            for (Table table : Stores.tables()) {
                store.scan(table, new byte[0], new byte[] {(byte) 0xFF}, (key, value) -> {
                    if (traces.in(key).count() + traces.in(value).count() > 0) {
                        found.add(table.name());
                    }
                    return true;
                });
            }
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
