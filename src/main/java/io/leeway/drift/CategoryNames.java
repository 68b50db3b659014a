package io.leeway.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The bins of a category, each with its own name. */
record CategoryNames(List<String> names) implements BinNames {
    /** More would be a list and no sentence. */
    private static final int MOST_NAMED = 2;

    /** One that has less of all that moved is one of many. */
    private static final double LEAST_PART = 0.25;

    /** Longer names are cut, in UTF-16 units. */
    private static final int LONGEST = 40;

    CategoryNames {
        names = List.copyOf(names);
    }

    @Override
    public String moved(double[] gains) {
        if (Arrays.stream(gains).noneMatch(gain -> gain > 0)) {
            return "";
        }
        double[] losses =
                IntStream.range(0, gains.length).mapToDouble(bin -> -gains[bin]).toArray();
        return named(gains) + " gained, " + named(losses) + " lost";
    }

    /** Those with the largest part of what is positive. */
    private String named(double[] moves) {
        double all = IntStream.range(0, moves.length)
                .mapToDouble(bin -> Math.max(0, moves[bin]))
                .sum();
        List<String> named = new ArrayList<>();
        IntStream.range(0, moves.length)
                .boxed()
                .filter(bin -> moves[bin] > 0 && moves[bin] >= LEAST_PART * all)
                .sorted(Comparator.comparingDouble((Integer bin) -> moves[bin]).reversed())
                .limit(MOST_NAMED)
                .forEach(bin -> named.add(shown(names.get(bin))));
        return named.isEmpty() ? "many" : String.join(" and ", named);
    }

    private static String shown(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end) + "…";
    }
}
