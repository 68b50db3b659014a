package io.leeway.cause;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where performance was lost: the parts of a window that lost more than the rest of it did, beyond chance. Of all parts looked
 * at together, none is named in a share of at least {@code 1 - alpha} of the windows in which all parts lost alike, for each
 * is asked for {@code alpha} divided by their number (Bonferroni). Parts overlap, a segment with the ranges of its scores, so
 * contributions do not add up to the loss.
 *
 * @param candidates how many were looked at, having rows enough: of each part each metric that got worse
 * @param parts those that lost more, the largest share of the loss first; of equal ones the surest
 */
public record LossReport(int candidates, List<LostPart> parts) {
    /** Enough to act on. */
    private static final int MOST = 5;

    private static final int VERSION = 1;

    public LossReport {
        parts = List.copyOf(parts);
    }

    /**
     * Looks for them.
     *
     * @param parts all that may be one
     * @param alpha the share of windows in which one may be named though all lost alike
     */
    public static LossReport of(List<Part> parts, double alpha) {
        List<Part> known =
                parts.stream().filter(Part::isEnough).filter(Part::isOfALoss).toList();
        double level = alpha / Math.max(1, known.size());
        return new LossReport(
                known.size(),
                known.stream()
                        .filter(part -> part.pValue() <= level)
                        .map(Part::lost)
                        .filter(lost -> lost.contribution().value() > 0)
                        .sorted(Comparator.comparingDouble(LostPart::ofLoss)
                                .reversed()
                                .thenComparingDouble(LostPart::pValue)
                                .thenComparing(LostPart::name)
                                .thenComparing(LostPart::measure))
                        .limit(MOST)
                        .toList());
    }

    /** Both in words: the part that took most, or that none surely did. */
    public String sentence() {
        return parts.isEmpty()
                ? "no segment and no range of scores surely lost more than the others (" + candidates + " looked at)"
                : parts.get(0).sentence();
    }

    public void write(ByteWriter out) {
        out.octet(VERSION).count(candidates).count(parts.size());
        parts.forEach(part -> part.write(out));
    }

    public static LossReport read(ByteReader in) {
        int unused = in.version("where performance was lost", VERSION);
        int candidates = (int) in.count();
        List<LostPart> parts = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            parts.add(LostPart.read(in));
        }
        return new LossReport(candidates, parts);
    }
}
