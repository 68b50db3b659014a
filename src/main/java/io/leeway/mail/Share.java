package io.leeway.mail;

import io.leeway.notify.Exhibit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which share of the baseline's rows and of a window's lies in one bar. */
record Share(String name, double baseline, double window) {
    private static final int MOST_BINS = 24;
    private static final int MOST_CATEGORIES = 10;
    private static final int LONGEST_NAME = 14;

    /** Few enough to be told apart: neighbouring bins together, rare categories as others. */
    static List<Share> of(Exhibit.Bars bars) {
        List<Share> all = shares(bars);
        return bars.numeric() ? neighbours(all) : largest(all);
    }

    private static List<Share> shares(Exhibit.Bars bars) {
        double baseline = total(bars.baseline());
        double window = total(bars.counts());
        return IntStream.range(0, bars.bins().size())
                .mapToObj(i -> new Share(
                        name(bars.bins().get(i), bars.numeric()),
                        bars.baseline().get(i) / baseline,
                        bars.counts().get(i) / window))
                .toList();
    }

    private static List<Share> neighbours(List<Share> all) {
        int together = (all.size() + MOST_BINS - 1) / MOST_BINS;
        List<Share> merged = new ArrayList<>();
        for (int i = 0; i < all.size(); i += together) {
            List<Share> group = all.subList(i, Math.min(all.size(), i + together));
            merged.add(sum(group.get(group.size() - 1).name, group));
        }
        return merged;
    }

    private static List<Share> largest(List<Share> all) {
        List<Share> sorted = all.stream()
                .sorted(Comparator.comparingDouble((Share share) -> Math.max(share.baseline, share.window))
                        .reversed())
                .toList();
        if (sorted.size() <= MOST_CATEGORIES) {
            return sorted;
        }
        List<Share> few = new ArrayList<>(sorted.subList(0, MOST_CATEGORIES - 1));
        few.add(sum("others", sorted.subList(MOST_CATEGORIES - 1, sorted.size())));
        return few;
    }

    private static Share sum(String name, List<Share> group) {
        return new Share(
                name,
                group.stream().mapToDouble(Share::baseline).sum(),
                group.stream().mapToDouble(Share::window).sum());
    }

    private static double total(List<Long> counts) {
        return Math.max(1, counts.stream().mapToLong(Long::longValue).sum());
    }

    /** Of an interval its upper end, of a category as much as has room. */
    private static String name(String bin, boolean numeric) {
        if (numeric) {
            String upper =
                    bin.substring(bin.indexOf(',') + 1).replaceAll("[])]", "").strip();
            return upper.equals("inf") ? "more" : "to " + upper;
        }
        String clean = Clean.line(bin);
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME - 1) + "…" : clean;
    }
}
