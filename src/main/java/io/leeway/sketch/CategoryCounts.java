package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often each category came. While at most {@value #MOST} different ones have come, all are exact. Beyond it the kept
 * ones (those of a baseline) stay exact and all others collapse into one explicit number, {@link #other}. So the counts
 * are a function of what came, whatever the order of adding and merging, as long as the same categories are kept; with
 * different ones kept on two sides every occurrence is still counted once. Not safe for several threads.
 */
public final class CategoryCounts {
    /** The most categories counted one by one. No more than this may be kept. */
    public static final int MOST = 1000;

    private static final int VERSION = 1;

    private static final Count NONE = new Count();

    private final Map<String, Count> kept = new HashMap<>();
    private final Map<String, Count> rest = new HashMap<>();
    private long other;

    /**
     * Adds occurrences of a category.
     *
     * @param keep the categories that stay told apart
     */
    public void add(String category, long count, Set<String> keep) {
        Count known = kept.get(category);
        if (known != null) {
            known.times += count;
        } else if (keep.contains(category)) {
            keep(category, count);
        } else if (other > 0) {
            other += count;
        } else {
            add(rest, category, count);
            collapse();
        }
    }

    /** Adds all occurrences of other counts. */
    public void merge(CategoryCounts others) {
        other += others.other;
        others.kept.forEach((category, count) -> keep(category, count.times));
        others.rest.forEach((category, count) -> add(category, count.times, Set.of()));
        collapse();
    }

    private void keep(String category, long count) {
        Count before = rest.remove(category);
        add(kept, category, before == null ? count : before.times + count);
        collapse();
    }

    private static void add(Map<String, Count> counts, String category, long count) {
        counts.computeIfAbsent(category, unused -> new Count()).times += count;
    }

    public long total() {
        return other + sum(kept) + sum(rest);
    }

    /** Occurrences of categories that are no longer told apart; 0 while all are. */
    public long other() {
        return other;
    }

    /** Whether more than {@value #MOST} categories came, so that those not kept are no longer told apart. */
    public boolean collapsed() {
        return other > 0;
    }

    /** Occurrences of a category, as far as it is told apart. */
    public long count(String category) {
        return kept.getOrDefault(category, NONE).times + rest.getOrDefault(category, NONE).times;
    }

    /** The categories told apart, in the order of their text, and how often each came. */
    public Map<String, Long> categories() {
        Map<String, Long> all = new TreeMap<>();
        kept.forEach((category, count) -> all.put(category, count.times));
        rest.forEach((category, count) -> all.put(category, count.times));
        return Collections.unmodifiableMap(all);
    }

    /** How many of the categories told apart came exactly once. */
    public long singletons() {
        return categories().values().stream().filter(count -> count == 1).count();
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).count(other);
        write(kept, out);
        write(rest, out);
    }

    public static CategoryCounts read(ByteReader in) {
        int unused = in.version("category counts", VERSION);
        CategoryCounts counts = new CategoryCounts();
        counts.other = in.count();
        read(in, counts.kept);
        read(in, counts.rest);
        return counts;
    }

    private void collapse() {
        if (other > 0 || kept.size() + rest.size() > MOST) {
            other += sum(rest);
            rest.clear();
        }
    }

    private static long sum(Map<String, Count> counts) {
        return counts.values().stream().mapToLong(count -> count.times).sum();
    }

    private static void write(Map<String, Count> counts, ByteWriter out) {
        out.count(counts.size());
        new TreeMap<>(counts).forEach((category, count) -> out.text(category).count(count.times));
    }

    private static void read(ByteReader in, Map<String, Count> counts) {
        int length = in.length();
        for (int i = 0; i < length; i++) {
            add(counts, in.text(), in.count());
        }
    }

    /** How often one of them came. */
    private static final class Count {
        long times;
    }
}
