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
        TreeSet<String> union = new TreeSet<>(reference.categories().keySet());
        if (!reference.collapsed()) {
            union.addAll(window.categories().keySet());
        }
        List<String> names = new ArrayList<>(union);
        long[] r = names.stream().mapToLong(reference::count).toArray();
        long[] w = names.stream().mapToLong(window::count).toArray();
        PairedCategories toldApart = new PairedCategories(names, r, w, OptionalLong.empty());
        return toldApart.withOther(reference.other(), window.total() - sum(w)).withFresh(reference, window);
    }

    private PairedCategories withOther(long referenceOther, long windowOther) {
        if (referenceOther + windowOther == 0) {
            return this;
        }
        List<String> more = new ArrayList<>(names);
        more.add(OTHER);
        return new PairedCategories(more, append(reference, referenceOther), append(window, windowOther), fresh);
    }

    private PairedCategories withFresh(CategoryCounts before, CategoryCounts now) {
        if (before.collapsed()) {
            return this;
        }
        long known = now.categories().entrySet().stream()
                .filter(category -> before.count(category.getKey()) > 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new PairedCategories(names, reference, window, OptionalLong.of(now.total() - known));
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
