package io.leeway.app.verticle;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * Lets readers wait until everything before a position has been reported. Who gives up cancels what it was given, and is
 * waited for no longer. Thread-safe.
 */
public final class Barrier {
    private final EventBus bus;
    private final LongSupplier end;

    @GuardedBy("this")
    private final NavigableMap<Long, List<CompletableFuture<Void>>> waiting = new TreeMap<>();

    @GuardedBy("this")
    private long reported;

    /**
     * A barrier that tells over the bus that somebody waits.
     *
     * @param end the position behind the last entry; nobody was ever told a later one
     */
    public Barrier(EventBus bus, LongSupplier end) {
        this.bus = bus;
        this.end = end;
    }

    /** Completes once everything before the position has been reported, at once if it has been. */
    public CompletionStage<Void> reached(long position) {
        CompletableFuture<Void> waiter = new CompletableFuture<>();
        var unused = waiter.whenComplete((done, failure) -> leave(position));
        if (!joined(position, waiter)) {
            waiter.complete(null);
        } else if (position <= end.getAsLong()) {
            bus.publish(Facts.AWAITED, position);
        }
        return waiter;
    }

    /** Everything before the position has been reported. */
    void advance(long position) {
        released(position).forEach(waiter -> waiter.complete(null));
    }

    /** Whether somebody waits for a position that all lanes have committed. */
    synchronized boolean awaits(long committed) {
        return !waiting.headMap(committed, true).isEmpty();
    }

    private synchronized boolean joined(long position, CompletableFuture<Void> waiter) {
        return position > reported
                && waiting.computeIfAbsent(position, unused -> new ArrayList<>())
                        .add(waiter);
    }

    private synchronized void leave(long position) {
        waiting.subMap(position, true, position, true).values().removeIf(Barrier::nobodyIsLeft);
    }

    private static boolean nobodyIsLeft(List<CompletableFuture<Void>> together) {
        together.removeIf(CompletableFuture::isDone);
        return together.isEmpty();
    }

    private synchronized List<CompletableFuture<Void>> released(long position) {
        reported = Math.max(reported, position);
        var free = waiting.headMap(reported, true);
        List<CompletableFuture<Void>> released = new ArrayList<>();
        free.values().forEach(released::addAll);
        free.clear();
        return released;
    }
}
