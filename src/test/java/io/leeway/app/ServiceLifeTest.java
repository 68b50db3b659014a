package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeway.app.demo.LogClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLifeTest {
    private final LogClock clock = new LogClock(Shop.MONDAY);

    @TempDir
    private Path folder;

    @Test
    void stoppedTwiceAndStartedAgainItKnowsWhatItKnew() throws Exception {
        Service first = start();
        assertThat(first.port()).isPositive();
        Caller caller = new Caller(first.address());
        threeDaysOfWhichTheLastDrifts(caller);
        first.settle();
        List<String> before = everythingKnown(caller);
        assertThat(before).allSatisfy(body -> assertThat(body).contains("shop"));
        first.stop();
        first.stop();
        Service second = start();
        second.settle();
        assertThat(everythingKnown(new Caller(second.address()))).isEqualTo(before);
        second.stop();
    }

    @Test
    void aRetryAfterARestartIsADuplicate() throws Exception {
        Service first = start();
        assertThat(new Caller(first.address())
                        .post(Shop.PATH + "/predictions", Shop.day(0, 0))
                        .status())
                .isEqualTo(200);
        first.stop();
        Service second = start();
        Caller caller = new Caller(second.address());
        assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(0, 0)).status())
                .isEqualTo(200);
        var totals = caller.getReported(Shop.PATH).json().getJsonObject("predictions");
        assertThat(totals.getLong("counted")).isEqualTo(Shop.A_DAY);
        assertThat(totals.getLong("duplicates")).isEqualTo(Shop.A_DAY);
        second.stop();
    }

    @Test
    void aSecondServiceInTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        Service first = start();
        assertThatThrownBy(this::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is used by another Leeway");
        assertThat(new Caller(first.address()).get("/readyz").status()).isEqualTo(200);
        first.stop();
    }

    @Test
    void aTakenPortIsNamedAndLeavesTheFolderFree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Service.start(Settings.embedded(folder, taken.getLocalPort()), clock))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot listen on http://127.0.0.1:" + taken.getLocalPort() + "; is the port taken?");
        }
        start().stop();
    }

    private Service start() throws Exception {
        return Service.start(Settings.embedded(folder, 0), clock);
    }

    private void threeDaysOfWhichTheLastDrifts(Caller caller) throws IOException {
        Shop.open(caller);
        for (int day = 0; day < 4; day++) {
            clock.set(Shop.start(day + 1).plus(Shop.MORNING));
            assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(day, day == 2 ? 5 : 0))
                            .status())
                    .isEqualTo(200);
            assertThat(caller.post(Shop.PATH + "/labels", Shop.labels(day)).status())
                    .isEqualTo(200);
            assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
        }
    }

    private static List<String> everythingKnown(Caller caller) throws IOException {
        List<String> known = new ArrayList<>();
        for (String path : List.of(
                Shop.PATH,
                Shop.PATH + "/windows?size=1h",
                Shop.PATH + "/windows?size=1d&version=1",
                Shop.PATH + "/windows/" + Shop.start(2) + "?size=1d",
                "/v1/incidents",
                "/v1/mails")) {
            known.add(caller.getReported(path).body());
        }
        return known;
    }
}
