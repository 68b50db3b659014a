package io.leeway.sketch;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Collections;
import java.util.Map;
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

    private final TreeMap<String, Long> kept = new TreeMap<>();
    private final TreeMap<String, Long> rest = new TreeMap<>();
    private long other;

    /** Adds occurrences of a category. */
    public void add(String category, long count, boolean keep) {
        if (keep || kept.containsKey(category)) {
            Long before = rest.remove(category);
            kept.merge(category, before == null ? count : before + count, Long::sum);
        } else if (other > 0) {
            other += count;
        } else {
            rest.merge(category, count, Long::sum);
        }
        collapse();
    }

    /** Adds all occurrences of other counts. */
    public void merge(CategoryCounts others) {
        if (others.other > 0) {
            other += others.other;
        }
        others.kept.forEach((category, count) -> add(category, count, true));
        others.rest.forEach((category, count) -> add(category, count, false));
        collapse();
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
        return kept.getOrDefault(category, 0L) + rest.getOrDefault(category, 0L);
    }

    /** The categories told apart, in the order of their text, and how often each came. */
    public Map<String, Long> categories() {
        Map<String, Long> all = new TreeMap<>(kept);
        all.putAll(rest);
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

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void write(Map<String, Long> counts, ByteWriter out) {
        out.count(counts.size());
        counts.forEach((category, count) -> out.text(category).count(count));
    }

    private static void read(ByteReader in, Map<String, Long> counts) {
        int length = in.length();
        for (int i = 0; i < length; i++) {
            counts.put(in.text(), in.count());
        }
    }
}
