package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose disk is really full for a while. */
class FullDiskIT {
    private static final int MEBIBYTES = 64;
    private static final int TOGETHER = 20;
    private static final int ROUNDS = 2;

    @TempDir
    private Path folder;

    private int day;
    private int acknowledged;

    @Test
    void refusesWhileTheDiskIsFullAndGoesOnByItselfWithExactlyTheRowsItAcknowledged() throws Exception {
        try (Tmpfs disk = Tmpfs.mount(Files.createDirectory(folder.resolve("disk")), MEBIBYTES)) {
            Leeway leeway = serve(disk);
            Caller caller = new Caller(leeway.address());
            Shop.open(caller);
            for (int round = 0; round < ROUNDS; round++) {
                postADay(caller);
                disk.fill();
                assertItRefusesAndSaysWhy(caller);
                disk.makeSpace();
                awaitThatItIsReady(caller);
                postADay(caller);
                assertThatExactlyTheAcknowledgedRowsAreCounted(caller);
            }
            disk.fill();
            assertItRefusesAndSaysWhy(caller);
            leeway.kill();
            disk.makeSpace();
            assertThatItKnowsAfterAStart(disk);
        }
    }

    private void assertItRefusesAndSaysWhy(Caller caller) throws IOException {
        Caller.Reply refused = postUntilRefused(caller);
        assertThat(refused.status()).as(refused.body()).isEqualTo(507);
        assertThat(refused.body()).contains("disk is full; make space");
        assertThat(caller.get("/readyz").status()).isEqualTo(503);
        assertThat(caller.get("/readyz").body()).contains("disk is full; make space");
        assertThat(caller.get("/healthz").status()).isEqualTo(200);
        assertThat(caller.get(Shop.PATH).status()).isEqualTo(200);
    }

    private static void awaitThatItIsReady(Caller caller) {
        await().atMost(Duration.ofSeconds(30)).until(() -> caller.get("/readyz").status() == 200);
    }

    private void assertThatItKnowsAfterAStart(Tmpfs disk) throws Exception {
        Leeway again = serve(disk);
        try {
            Caller caller = new Caller(again.address());
            assertThatExactlyTheAcknowledgedRowsAreCounted(caller);
            postADay(caller);
            assertThatExactlyTheAcknowledgedRowsAreCounted(caller);
        } finally {
            again.kill();
        }
    }

    /** Some rows are taken still: what is written first waits in memory, and the journal's next file is reserved. */
    private Caller.Reply postUntilRefused(Caller caller) throws IOException {
        for (Caller.Reply reply = post(caller, TOGETHER); true; reply = post(caller, TOGETHER)) {
            if (reply.status() != 200) {
                return reply;
            }
            acknowledged += TOGETHER;
        }
    }

    private void postADay(Caller caller) throws IOException {
        Caller.Reply reply = post(caller, Shop.A_DAY);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        acknowledged += Shop.A_DAY;
    }

    private Caller.Reply post(Caller caller, int rows) throws IOException {
        return caller.post(
                Shop.PATH + "/predictions",
                Shop.rows(day++ % 300, 0, rows, 0).replace("\"id\":\"", "\"id\":\"" + day + "/"));
    }

    private void assertThatExactlyTheAcknowledgedRowsAreCounted(Caller caller) throws IOException {
        var totals = caller.getReported(Shop.PATH).json().getJsonObject("predictions");
        assertThat(totals.getInteger("counted")).isEqualTo(acknowledged);
        assertThat(totals.getInteger("duplicates")).isZero();
    }

    private static Leeway serve(Tmpfs disk) throws IOException {
        return Leeway.run(
                Map.of("LEEWAY_DATA", disk.path().resolve("data").toString(), "LEEWAY_HTTP_PORT", "0"), "serve");
    }
}
