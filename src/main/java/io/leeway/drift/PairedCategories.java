package io.leeway.drift;

import io.leeway.sketch.CategoryCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The categories of a reference and a window side by side: all that either has, in the order of their text. Categories
 * that one side no longer tells apart stand in one last bin, {@link #OTHER}, on both.
 *
 * @param fresh rows of the window in categories the reference never had; empty when the reference itself no longer tells
 *     all of its own apart
 */
public record PairedCategories(List<String> names, long[] reference, long[] window, OptionalLong fresh) {
    /** The name of the last bin; a category of that text has a bin of its own. */
    public static final String OTHER = "(other)";

    public static PairedCategories of(CategoryCounts reference, CategoryCounts window) {
        Map<String, Long> before = reference.categories();
        Map<String, Long> now = window.categories();
        TreeSet<String> union = new TreeSet<>(before.keySet());
        if (!reference.collapsed()) {
            union.addAll(now.keySet());
        }
        List<String> names = new ArrayList<>(union);
        long[] r = counts(names, before);
        long[] w = counts(names, now);
        long total = window.total();
        OptionalLong fresh = reference.collapsed() ? OptionalLong.empty() : OptionalLong.of(total - known(r, w));
        return new PairedCategories(names, r, w, fresh).withOther(reference.other(), total - sum(w));
    }

    private PairedCategories withOther(long referenceOther, long windowOther) {
        if (referenceOther + windowOther == 0) {
            return this;
        }
        List<String> more = new ArrayList<>(names);
        more.add(OTHER);
        return new PairedCategories(more, append(reference, referenceOther), append(window, windowOther), fresh);
    }

    private static long[] counts(List<String> names, Map<String, Long> of) {
        long[] counts = new long[names.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = of.getOrDefault(names.get(i), 0L);
        }
        return counts;
    }

    /** Rows of the window in categories that the reference has. */
    private static long known(long[] reference, long[] window) {
        long known = 0;
        for (int i = 0; i < window.length; i++) {
            known += reference[i] > 0 ? window[i] : 0;
        }
        return known;
    }

    private static long[] append(long[] counts, long last) {
        long[] longer = Arrays.copyOf(counts, counts.length + 1);
        longer[counts.length] = last;
        return longer;
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
