package io.leeway.app.verticle;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Lets readers wait until everything before a position has been reported. Thread-safe. */
public final class Barrier {
    private final AtomicLong reported = new AtomicLong();
    private final ConcurrentSkipListMap<Long, List<CompletableFuture<Void>>> waiting = new ConcurrentSkipListMap<>();

    /** Completes once everything before the position has been reported, at once if it has been. */
    public CompletionStage<Void> reached(long position) {
        CompletableFuture<Void> waiter = new CompletableFuture<>();
        waiting.computeIfAbsent(position, unused -> new CopyOnWriteArrayList<>())
                .add(waiter);
        release();
        return waiter;
    }

    /** Everything before the position has been reported. */
    void advance(long position) {
        reported.accumulateAndGet(position, Math::max);
        release();
    }

    private void release() {
        var free = waiting.headMap(reported.get(), true);
        for (var entry = free.pollFirstEntry(); entry != null; entry = free.pollFirstEntry()) {
            entry.getValue().forEach(waiter -> waiter.complete(null));
        }
    }
}
