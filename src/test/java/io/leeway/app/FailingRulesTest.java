package io.leeway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeway.app.demo.LogClock;
import io.leeway.app.verticle.AlertVerticle;
import io.leeway.app.verticle.Judging;
import io.leeway.mail.MimeComposer;
import io.leeway.notify.AlertDesk;
import io.leeway.notify.Archive;
import io.leeway.notify.Composer;
import io.leeway.notify.Letter;
import io.leeway.notify.Roundup;
import io.leeway.state.Changes;
import io.leeway.state.Table;
import io.leeway.yaml.AlertFiles;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of windows when the rules fail at them. */
class FailingRulesTest {
    private final LogClock clock = new LogClock(Shop.MONDAY);
    private final AtomicBoolean broken = new AtomicBoolean(true);

    @TempDir
    private Path folder;

    @Test
    void whatTheRulesFailAtWaitsAndIsJudgedOnceTheyDoNot() throws Exception {
        reportADayThatDrifts();
        Vertx vertx = Vertx.vertx();
        try (Stores stores = Stores.open(folder)) {
            nothingHasBeenJudged(stores);
            AlertFiles alerts = AlertFiles.shipped();
            AlertVerticle rules = new AlertVerticle(
                    new Judging(
                            stores.store(),
                            () -> desk(stores, alerts),
                            new Judging.Keeping(Settings.KEEP_INCIDENTS, dropped -> {})),
                    clock);
            assertThat(vertx.deployVerticle(rules).await()).isNotEmpty();
            rules.settle().await();
            assertThat(rules.trouble()).isPresent();
            assertThat(new Archive(stores.store()).incidents()).isEmpty();
            broken.set(false);
            rules.settle().await();
            assertThat(rules.trouble()).isEmpty();
            assertThat(new Archive(stores.store()).incidents()).isNotEmpty();
            vertx.close().await();
        }
    }

    private void reportADayThatDrifts() throws Exception {
        clock.set(Shop.start(3).plus(Shop.MORNING));
        Service service = Service.start(Settings.embedded(folder, 0), clock);
        Caller caller = new Caller(service.address());
        Shop.open(caller);
        assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(0, 5)).status())
                .isEqualTo(200);
        assertThat(caller.post(Shop.PATH + "/predictions", Shop.day(2, 0)).status())
                .isEqualTo(200);
        assertThat(caller.getReported(Shop.PATH).status()).isEqualTo(200);
        service.stop();
    }

    /** Every report is owed to the rules again, and they remember nothing. */
    private static void nothingHasBeenJudged(Stores stores) {
        Changes changes = new Changes();
        byte[] all = {(byte) 0xFF};
        for (String table : List.of("incidents", "alert-windows", "alert-bases", "conversations")) {
            changes.deleteRange(new Table(table), new byte[0], all);
        }
        stores.store().scan(new Table("reports"), new byte[0], all, (key, value) -> {
            changes.put(new Table("to-judge"), key, new byte[] {1});
            return true;
        });
        stores.store().commit(changes);
    }

    private AlertDesk desk(Stores stores, AlertFiles alerts) {
        Composer composer = new Composer() {
            @Override
            public Composed compose(Letter letter) {
                if (broken.get()) {
                    throw new IllegalStateException("this letter cannot be written");
                }
                return new MimeComposer().compose(letter);
            }

            @Override
            public Composed compose(Roundup roundup) {
                return new MimeComposer().compose(roundup);
            }
        };
        return AlertDesk.open(stores.store(), alerts.rules(), alerts.receivers(), composer);
    }
}
