package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.catalog.Task;
import io.leeway.statistics.ClassTable;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tally of a classifier with several classes: how often each class was predicted for each.
 *
 * <p>At most {@value #MOST_CLASSES} classes are told apart: of all ever seen, those first by name; the others are counted
 * together as {@link #OTHER}. So what is kept is a function of the classes seen and not of their order. A class once
 * seen stays, even when all its outcomes are taken back. Where the truth of some is not told apart, nothing is averaged
 * over classes.
 */
public final class MulticlassTally implements Tally {
    /** 100 classes are up to 10,000 pairs, which is as much as one window's memory should be. */
    public static final int MOST_CLASSES = 100;

    /** Stands for all classes that are not told apart. A code point that is no character, so it sorts last. */
    public static final String OTHER = "\uFFFF";

    private static final int VERSION = 1;

    private final SortedSet<String> classes = new TreeSet<>();
    private final SortedMap<Pair, Long> counts = new TreeMap<>();
    private long n;
    private long right;

    @Override
    public void add(Outcome outcome) {
        change(Tally.own(Outcome.Multiclass.class, outcome), 1);
    }

    @Override
    public void remove(Outcome outcome) {
        change(Tally.own(Outcome.Multiclass.class, outcome), -1);
    }

    @Override
    public void merge(Tally other) {
        MulticlassTally multiclass = Tally.own(MulticlassTally.class, other);
        multiclass.classes.forEach(this::see);
        multiclass.counts.forEach(this::count);
        n += multiclass.n;
        right += multiclass.right;
    }

    @Override
    public Task task() {
        return Task.MULTICLASS;
    }

    @Override
    public long n() {
        return n;
    }

    /** How many answers are right. */
    public long right() {
        return right;
    }

    /** How often each pair of classes came, without those that never did. */
    public Map<Pair, Long> confusion() {
        return Collections.unmodifiableMap(counts);
    }

    @Override
    public Performance metrics() {
        return n > 0 ? metrics(right, n, table()) : Performance.NONE;
    }

    @Override
    public Rest rest() {
        return part -> without(Tally.own(MulticlassTally.class, part));
    }

    private Performance without(MulticlassTally part) {
        long[][] rest = table();
        Map<String, Integer> places = places();
        part.counts.forEach((pair, count) -> add(pair, -count, places, rest));
        return metrics(right - part.right, n - part.n, rest);
    }

    private Performance metrics(long rightOnes, long all, long[][] table) {
        Metrics metrics = new Metrics().share("accuracy", rightOnes, all);
        if (counts.keySet().stream().noneMatch(pair -> pair.actual().equals(OTHER))) {
            new ClassMetrics(List.copyOf(classes), new ClassTable(table)).addTo(metrics);
        }
        return metrics.performance();
    }

    @Override
    public void write(ByteWriter out) {
        out.octet(VERSION).whole(n).whole(right).count(classes.size());
        classes.forEach(out::text);
        out.count(counts.size());
        counts.forEach(
                (pair, count) -> out.text(pair.actual()).text(pair.predicted()).whole(count));
    }

    static MulticlassTally read(ByteReader in) {
        int unused = in.version("a multiclass tally", VERSION);
        MulticlassTally tally = new MulticlassTally();
        tally.n = in.whole();
        tally.right = in.whole();
        for (int left = in.length(); left > 0; left--) {
            tally.see(in.text());
        }
        for (int left = in.length(); left > 0; left--) {
            tally.count(new Pair(in.text(), in.text()), in.whole());
        }
        return tally;
    }

    private void change(Outcome.Multiclass outcome, int by) {
        see(outcome.actual());
        see(outcome.predicted());
        count(new Pair(outcome.actual(), outcome.predicted()), by);
        n += by;
        right += outcome.actual().equals(outcome.predicted()) ? by : 0;
    }

    /** Remembers a class, and counts the last by name among the others when there are too many. */
    private void see(String name) {
        if (!name.equals(OTHER) && classes.add(name) && classes.size() > MOST_CLASSES) {
            String last = classes.last();
            boolean unused = classes.remove(last);
            if (!last.equals(name)) {
                Map<Pair, Long> before = new TreeMap<>(counts);
                counts.clear();
                before.forEach(this::count);
            }
        }
    }

    private void count(Pair pair, long by) {
        Pair kept = new Pair(kept(pair.actual()), kept(pair.predicted()));
        long count = counts.getOrDefault(kept, 0L) + by;
        if (count == 0) {
            Long unused = counts.remove(kept);
        } else {
            Long unused = counts.put(kept, count);
        }
    }

    private String kept(String name) {
        return classes.contains(name) ? name : OTHER;
    }

    /** What was predicted of what came true, by class; answers that are not told apart stand last. */
    private long[][] table() {
        long[][] table = new long[classes.size() + 1][classes.size() + 1];
        Map<String, Integer> places = places();
        counts.forEach((pair, count) -> add(pair, count, places, table));
        return table;
    }

    private static void add(Pair pair, long count, Map<String, Integer> places, long[][] table) {
        int others = places.size();
        table[places.getOrDefault(pair.actual(), others)][places.getOrDefault(pair.predicted(), others)] += count;
    }

    private Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        classes.forEach(name -> places.put(name, places.size()));
        return places;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MulticlassTally tally
                && n == tally.n
                && right == tally.right
                && classes.equals(tally.classes)
                && counts.equals(tally.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /** What came true and what was predicted. */
    public record Pair(String actual, String predicted) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            int byActual = actual.compareTo(other.actual);
            return byActual != 0 ? byActual : predicted.compareTo(other.predicted);
        }
    }
}
