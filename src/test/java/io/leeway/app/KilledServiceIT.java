package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed while rows are sent to it, and started again in its folder. */
class KilledServiceIT {
    private static final int DAYS = 5;
    private static final int ROWS = 10;
    private static final int SENDERS = 4;
    private static final int UNTIL_KILLED = 30;

    /** The requests not answered yet. */
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredIsCountedOnceAndWhatWasNotCanBeSentAgain() throws Exception {
        for (int day = 0; day < DAYS; day++) {
            for (int from = 0; from < Shop.A_DAY; from += ROWS) {
                unanswered.add(Shop.rows(day, from, from + ROWS, 0));
            }
        }
        Leeway first = serve();
        Caller caller = new Caller(first.address());
        Shop.open(caller);
        sendUntilKilled(first, caller);
        Leeway second = serve();
        sendUntilKilled(second, new Caller(second.address()));
        assertThat(unanswered).isNotEmpty();
        Leeway third = serve();
        try {
            caller = new Caller(third.address());
            send(caller, new Semaphore(0));
            assertThat(unanswered).isEmpty();
            assertEveryRowIsCountedOnce(caller);
            assertTheFirstDayIsJudgedOnceItsLabelsAreThere(caller);
        } finally {
            third.kill();
        }
    }

    private void assertEveryRowIsCountedOnce(Caller caller) throws IOException {
        JsonObject totals = caller.getReported(Shop.PATH).json().getJsonObject("predictions");
        assertThat(totals.getLong("counted")).isEqualTo(DAYS * Shop.A_DAY);
        assertThat(totals.getLong("accepted")).isEqualTo(totals.getLong("counted") + totals.getLong("duplicates"));
        for (int day = 0; day < DAYS; day++) {
            assertThat(day(caller, day).getLong("n")).as("day " + day).isEqualTo(Shop.A_DAY);
        }
    }

    private void assertTheFirstDayIsJudgedOnceItsLabelsAreThere(Caller caller) throws IOException {
        assertThat(caller.post(Shop.PATH + "/labels", Shop.labels(0)).status()).isEqualTo(200);
        JsonObject day = day(caller, 0);
        assertThat(day.getString("state")).isEqualTo("closed");
        assertThat(day.getJsonObject("labels").getLong("n")).isEqualTo(Shop.A_DAY);
        assertThat(day.getJsonObject("performance").getDouble("accuracy")).isEqualTo(0.9);
        assertThat(day.getJsonArray("features").getJsonObject(0).getString("verdict"))
                .isEqualTo("stable");
    }

    private static JsonObject day(Caller caller, int day) throws IOException {
        return caller.getReported(Shop.PATH + "/windows/" + Shop.start(day) + "?size=1d")
                .json();
    }

    private Leeway serve() throws IOException {
        return Leeway.run(Map.of("LEEWAY_DATA", folder.toString(), "LEEWAY_HTTP_PORT", "0"), "serve");
    }

    /** Sends until some requests have been answered, then kills the service while others are under way. */
    private void sendUntilKilled(Leeway leeway, Caller caller) throws InterruptedException {
        Semaphore answers = new Semaphore(0);
        ExecutorService killer = Executors.newSingleThreadExecutor();
        var killed = killer.submit(() -> {
            answers.acquire(UNTIL_KILLED);
            leeway.kill();
            return true;
        });
        send(caller, answers);
        killer.shutdown();
        assertThat(killed).succeedsWithin(Duration.ofSeconds(10));
    }

    /** Sends what is unanswered, from several senders; what fails stays unanswered. */
    private void send(Caller caller, Semaphore answers) throws InterruptedException {
        Queue<String> toSend = new ConcurrentLinkedQueue<>(unanswered);
        unanswered.clear();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        var ended = senders.invokeAll(Collections.nCopies(SENDERS, () -> {
            for (String rows = toSend.poll(); rows != null; rows = toSend.poll()) {
                if (isTaken(caller, rows)) {
                    answers.release();
                } else {
                    unanswered.add(rows);
                }
            }
            return true;
        }));
        assertThat(ended).allSatisfy(sender -> assertThat(sender).isDone());
        senders.shutdown();
    }

    private static boolean isTaken(Caller caller, String rows) {
        try {
            return caller.post(Shop.PATH + "/predictions", rows).status() == 200;
        } catch (IOException cutOff) {
            return false;
        }
    }
}
