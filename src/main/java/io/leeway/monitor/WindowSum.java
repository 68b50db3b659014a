package io.leeway.monitor;

import io.leeway.truth.BlockPerformance;
import io.leeway.truth.Performance;
import io.leeway.truth.Tally;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A window as the sum of its partials, and beside it the tally of each of its {@link Blocks}, whose rows are taken to err
 * together.
 */
final class WindowSum {
    private final Partial whole = new Partial();
    private final SortedMap<Long, Tally> blocks = new TreeMap<>();
    private final SortedMap<Long, Long> rows = new TreeMap<>();

    Partial whole() {
        return whole;
    }

    /** How well the model did; nothing without labels. */
    Performance performance() {
        return whole.tally()
                .filter(tally -> tally.n() > 0)
                .map(tally -> BlockPerformance.of(tally, blocks.values()))
                .orElse(Performance.NONE);
    }

    /** How many rows have a label. */
    long labelled() {
        return whole.tally().map(Tally::n).orElse(0L);
    }

    /** Whether it says nothing: no row, no label. */
    boolean isEmpty() {
        return whole.isEmpty();
    }

    /** How many rows each base window has, by its start, epoch milliseconds. */
    SortedMap<Long, Long> rows() {
        return Collections.unmodifiableSortedMap(rows);
    }

    /** Adds what a lane knows of a base window. */
    void add(long start, long block, Partial partial) {
        whole.merge(partial);
        rows.merge(start, partial.profile().rows(), Long::sum);
        partial.tally().ifPresent(tally -> merge(block, tally));
    }

    void merge(WindowSum other) {
        whole.merge(other.whole);
        other.blocks.forEach(this::merge);
        other.rows.forEach((start, count) -> rows.merge(start, count, Long::sum));
    }

    /** How much is to be kept, as bytes it would be stored in: a block's tally is at most as large as all of it. */
    int weight() {
        return whole.bytes().length * (blocks.size() > 1 ? 2 : 1);
    }

    private void merge(long block, Tally tally) {
        blocks.computeIfAbsent(block, unused -> Tally.of(tally.task())).merge(tally);
    }
}
