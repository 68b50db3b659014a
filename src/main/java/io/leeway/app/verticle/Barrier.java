package io.leeway.app.verticle;

import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Lets readers wait until everything before a position has been reported. Thread-safe. */
public final class Barrier {
    private final EventBus bus;
    private final AtomicLong reported = new AtomicLong();
    private final ConcurrentSkipListMap<Long, List<CompletableFuture<Void>>> waiting = new ConcurrentSkipListMap<>();

    /** A barrier that tells over the bus that somebody waits. */
    public Barrier(EventBus bus) {
        this.bus = bus;
    }

    /** Completes once everything before the position has been reported, at once if it has been. */
    public CompletionStage<Void> reached(long position) {
        CompletableFuture<Void> waiter = new CompletableFuture<>();
        waiting.computeIfAbsent(position, unused -> new CopyOnWriteArrayList<>())
                .add(waiter);
        release();
        if (!waiter.isDone()) {
            bus.publish(Facts.AWAITED, position);
        }
        return waiter;
    }

    /** Everything before the position has been reported. */
    void advance(long position) {
        reported.accumulateAndGet(position, Math::max);
        release();
    }

    /** Whether somebody waits for a position that all lanes have committed. */
    boolean awaits(long committed) {
        return !waiting.headMap(committed, true).isEmpty();
    }

    private void release() {
        var free = waiting.headMap(reported.get(), true);
        for (var entry = free.pollFirstEntry(); entry != null; entry = free.pollFirstEntry()) {
            entry.getValue().forEach(waiter -> waiter.complete(null));
        }
    }
}
