package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.demo.LogClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request with an idempotency key is sent again when a row of it that was of the future no longer is. */
class KeyedRetryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String MODEL = "/v1/models/m";

    @TempDir
    private Path folder;

    private final LogClock clock = new LogClock(NOON);

    @ParameterizedTest
    @CsvSource({"predictions, score", "labels, label"})
    void isToldWhatItWasToldAtFirst(String what, String answer) throws Exception {
        String rows = String.join(
                "\n",
                "not JSON",
                row("a", answer, NOON),
                row("b", answer, NOON.plus(Duration.ofHours(25))),
                row("c", answer, NOON.plus(Duration.ofHours(24))));
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        try {
            Caller caller = new Caller(service.address());
            Caller.Reply first = caller.postWithKey(MODEL + "/" + what, "k", rows);
            assertThat(first.json().getJsonArray("errors").getJsonObject(1).getString("reason"))
                    .isEqualTo("future_timestamp");
            clock.set(NOON.plus(Duration.ofHours(2)));
            assertThat(caller.postWithKey(MODEL + "/" + what, "k", rows)).isEqualTo(first);
            assertThat(caller.getReported(MODEL).json().getJsonObject(what).getMap())
                    .containsEntry("received", 4)
                    .containsEntry("accepted", 2);
        } finally {
            service.stop();
        }
    }

    @Test
    void thoughNoneOfItsRowsWasTakenAtFirst() throws Exception {
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        try {
            Caller caller = new Caller(service.address());
            String rows = row("a", "score", NOON.plus(Duration.ofHours(25)));
            Caller.Reply first = caller.postWithKey(MODEL + "/predictions", "k", rows);
            assertThat(first.json().getInteger("rejected")).isEqualTo(1);
            clock.set(NOON.plus(Duration.ofHours(2)));
            assertThat(caller.postWithKey(MODEL + "/predictions", "k", rows)).isEqualTo(first);
            assertThat(caller.get("/metrics").body()).contains("leeway_limit_hits_total{limit=\"ahead_hours\"}");
        } finally {
            service.stop();
        }
    }

    private static String row(String id, String answer, Instant at) {
        return "{\"id\":\"" + id + "\",\"" + answer + "\":1,\"timestamp\":\"" + at + "\"}";
    }
}
