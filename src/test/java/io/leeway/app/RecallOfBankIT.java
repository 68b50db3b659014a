package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.demo.LogClock;
import io.leeway.logs.PredictionLog;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that misses more and more of what it is to find, watched by one rule on its recall. */
class RecallOfBankIT {
    private static final String RULES = """
        version: 1
        defaults:
          select: {model: "*"}
        rules:
          - rule: recall-dropped
            title: "{model} {version}: recall fell to {recall|percent}"
            owner: on-call
            trust: {min_samples: 100, min_label_coverage: 60%}
            watch: {measurement: performance, window: 7d, segment: all, per: [model, version]}
            levels:
              warning: {when: "recall.high < baseline.recall"}
            clear: {when: "recall >= baseline.recall", for: {breaches: 3, of: 3}}
        """;
    private static final String RECEIVERS = """
        version: 1
        mail: {from: leeway@example.org, message_id_domain: example.org}
        receivers:
          on-call: {email: [on-call@example.org]}
        """;

    /** Ends of the weeks of 13 April and 1 June, between which recall is low in every week. */
    private static final Instant FIRST_LOST = Instant.parse("2009-04-20T00:00:01Z");

    private static final Instant LAST_LOST = Instant.parse("2009-06-08T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theLossOfVersionOneIsOneThread() throws Exception {
        Path alerts = Files.createDirectories(folder.resolve("alerts"));
        Files.writeString(alerts.resolve("recall.yml"), RULES);
        Files.writeString(alerts.resolve("receivers.yml"), RECEIVERS);
        LogOverHttp rows = new LogOverHttp(PredictionLog.named("bank-term-deposit"));
        Settings settings = Settings.embedded(folder.resolve("data"), 0).withAlerts(alerts);
        Service service = Service.start(settings, new LogClock(rows.end()));
        try {
            ApiClient api = new ApiClient(service.address());
            String path = "/v1/models/" + rows.model();
            var unusedSettings = api.put(
                    path,
                    "application/json",
                    "{\"task\": \"binary\", \"windows\": [\"1d\", \"7d\"],"
                            + " \"keep_windows\": \"3650d\", \"features\": {\"pdays\": {\"kind\": \"numeric\"}}}");
            var unusedBaseline = api.put(
                    path + "/baseline",
                    "text/csv",
                    String.join("\n", PredictionLog.named("bank-term-deposit").lines("reference.csv.gz")));
            api.post(path + "/predictions", rows.predictions());
            api.post(path + "/labels", rows.labels());
            service.settle();
            List<JsonObject> incidents = api.get("/v1/incidents").getJsonArray("incidents").stream()
                    .map(JsonObject.class::cast)
                    .toList();
            assertThat(incidents)
                    .filteredOn(incident -> incident.getString("version").equals("1"))
                    .singleElement()
                    .satisfies(incident -> {
                        assertThat(Instant.parse(incident.getString("opened"))).isBefore(FIRST_LOST);
                        assertThat(Instant.parse(incident.getString("resolved")))
                                .isAfter(LAST_LOST);
                    });
            assertThat(api.get("/v1/mails").getJsonArray("mails"))
                    .extracting(mail -> ((JsonObject) mail).getString("subject"))
                    .filteredOn(subject -> subject.contains("term-deposit 1:"))
                    .hasSize(1);
        } finally {
            service.stop();
        }
    }
}
