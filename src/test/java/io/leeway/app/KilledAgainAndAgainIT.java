package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.Effort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exactly once: a service killed at random moments, while it starts, takes in, commits and reports, under several clients
 * that send again what was not answered. In the end every window has counted what was answered, to the unit.
 */
class KilledAgainAndAgainIT {
    private static final int KILLS = Effort.times(52);
    private static final int CLIENTS = 4;

    private final long seed = Long.getLong("leeway.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Sales> clients = IntStream.range(0, CLIENTS)
            .mapToObj(i -> new Sales("c" + i, seed + i))
            .toList();
    private final Semaphore answers = new Semaphore(0);
    private volatile boolean open = true;

    @TempDir
    private Path folder;

    @TempDir
    private Path libraries;

    @Test
    void everyWindowHasCountedWhatWasAnsweredToTheUnit() throws Exception {
        MortalService service = new MortalService(folder, libraries);
        try {
            service.listen();
            open(service.caller());
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> sending = new ArrayList<>();
            clients.forEach(client -> sending.add(threads.submit(() -> send(client, service))));
            killOverAndOver(service);
            service.listen();
            await(sending);
            threads.shutdown();
            assertThat(clients).allSatisfy(client -> assertThat(client.sent()).hasSizeGreaterThan(KILLS / 4));
            assertCounted(service.caller());
            service.dieAfter(0);
            service.listen();
            assertCounted(service.caller());
            sendEverythingAgain(service.caller());
            assertCounted(service.caller());
        } finally {
            service.end();
        }
    }

    /** One in four is killed while it starts, the others when they have given so many answers. */
    private void killOverAndOver(MortalService service) throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            if (random.nextInt(4) > 0) {
                service.listen();
                assertThat(answers.tryAcquire(1 + random.nextInt(100), 30, TimeUnit.SECONDS))
                        .as("clients are answered")
                        .isTrue();
                service.dieAfter(random.nextInt(50));
            } else {
                service.dieAfter(50 + random.nextInt(550));
            }
            int unused = answers.drainPermits();
        }
        open = false;
    }

    private static void open(Caller caller) throws IOException {
        assertThat(caller.put(Sales.PATH, "application/json", Sales.settings(90))
                        .status())
                .isEqualTo(200);
        assertThat(caller.put(Sales.PATH + "/baseline", "application/x-ndjson", Sales.reference())
                        .status())
                .isEqualTo(200);
    }

    private void send(Sales client, MortalService service) {
        while (open) {
            Sales.Request request = client.next();
            boolean answered = false;
            while (!answered) {
                answered = isAnswered(service.caller(), request);
            }
            answers.release();
        }
    }

    private static boolean isAnswered(Caller caller, Sales.Request request) {
        try {
            Caller.Reply reply = caller.send(request);
            assertThat(reply.status()).as(reply.body()).isIn(200, 429, 503);
            return reply.status() == 200;
        } catch (IOException cutOff) {
            return false;
        }
    }

    private static void await(List<Future<?>> sending) throws InterruptedException, ExecutionException {
        for (Future<?> client : sending) {
            assertThat(client.get()).isNull();
        }
    }

    private void sendEverythingAgain(Caller caller) {
        for (Sales client : clients) {
            for (Sales.Request request : client.sent()) {
                assertThat(isAnswered(caller, request)).isTrue();
            }
        }
    }

    private void assertCounted(Caller caller) throws IOException {
        Sales.Counts expected = new Sales.Counts();
        clients.forEach(client -> expected.add(client.counts()));
        assertThat(caller.put(Sales.PATH, "application/json", Sales.settings(90))
                        .status())
                .isEqualTo(200);
        for (int day = 0; day < Sales.DAYS; day++) {
            assertThat(counted(caller, day)).as("day %d, seed %d", day, seed).isEqualTo(expected.day(day));
        }
        JsonObject totals = caller.getReported(Sales.PATH).json().getJsonObject("predictions");
        assertThat(totals.getLong("accepted")).isEqualTo(totals.getLong("counted") + totals.getLong("duplicates"));
    }

    private static String counted(Caller caller, int day) throws IOException {
        JsonObject window = caller.getReported(Sales.PATH + "/windows/" + Sales.start(day) + "?size=1d")
                .json();
        JsonObject colours = caller.getReported(Sales.PATH + "/features/colour?size=1d&start=" + Sales.start(day))
                .json();
        return window.getJsonObject("labels").getLong("n") + " labelled of "
                + Sales.COLOURS.stream()
                        .map(colour -> colour + " " + count(colours, colour))
                        .collect(Collectors.joining(", "));
    }

    private static long count(JsonObject histograms, String colour) {
        JsonArray bins = histograms.getJsonArray("bins");
        return histograms.getJsonArray("window").getLong(bins.getList().indexOf(colour));
    }
}
