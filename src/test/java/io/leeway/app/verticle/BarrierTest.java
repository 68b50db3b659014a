package io.leeway.app.verticle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BarrierTest {
    private static final long END = 10;

    private final Vertx vertx = Vertx.vertx();
    private final Barrier barrier = new Barrier(vertx.eventBus(), () -> END);
    private final List<Long> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        vertx.eventBus().<Long>localConsumer(Facts.AWAITED, message -> told.add(message.body()));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await();
    }

    @Test
    void readersGoOnOnceWhatIsBeforeTheirPositionIsReported() {
        CompletableFuture<Void> early = reached(3);
        CompletableFuture<Void> late = reached(4);
        barrier.advance(3);
        assertThat(early).isCompleted();
        assertThat(late).isNotDone();
        assertThat(reached(3)).isCompleted();
        assertThat(barrier.awaits(3)).isFalse();
        assertThat(barrier.awaits(4)).isTrue();
    }

    @Test
    void aReportOfLessTakesNothingBack() {
        barrier.advance(5);
        barrier.advance(2);
        assertThat(reached(5)).isCompleted();
    }

    @Test
    void whoGivesUpIsWaitedForNoLonger() {
        CompletableFuture<Void> patient = reached(7);
        CompletableFuture<Void> impatient = reached(7);
        assertThat(impatient.cancel(false)).isTrue();
        assertThat(barrier.awaits(7)).isTrue();
        assertThat(patient.cancel(false)).isTrue();
        assertThat(barrier.awaits(7)).isFalse();
    }

    @Test
    void aPositionThatNobodyWasToldHurriesNobody() {
        CompletableFuture<Void> impossible = reached(Long.MAX_VALUE);
        CompletableFuture<Void> possible = reached(END);
        await().untilAsserted(() -> assertThat(told).containsExactly(END));
        assertThat(impossible).isNotDone();
        assertThat(possible).isNotDone();
    }

    private CompletableFuture<Void> reached(long position) {
        return barrier.reached(position).toCompletableFuture();
    }
}
