package io.leeway.cause;

import io.leeway.statistics.Confidence;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A part of a window's labelled rows that may have lost more than the others.
 *
 * @param name of a segment or a range of scores
 * @param now what it lost, and what the rest did
 * @param before the same on the baseline
 */
public record Part(String name, Measure measure, Sides now, Sides before) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** A part and the rest, at one time. */
    public record Sides(LossSum part, LossSum rest) {
        /** A part of a whole. */
        public static Sides of(LossSum part, LossSum whole) {
            return new Sides(part, whole.without(part));
        }

        boolean isEnough() {
            return part.isEnough() && rest.isEnough();
        }

        /** By how much more a row of the part lost. */
        double apart() {
            return part.tested() - rest.tested();
        }

        double errorSquared() {
            return part.errorSquared() + rest.errorSquared();
        }

        long rows() {
            return part.n() + rest.n();
        }

        /** What a row of both lost on average. */
        double mean() {
            return (part.sum() + rest.sum()) / rows();
        }
    }

    /**
     * Whether there are enough rows to tell, in the window and on the baseline. One of which the baseline has no row at all is
     * new, and told by what the rest loses now.
     */
    boolean isEnough() {
        return now.isEnough() && (isNew() ? before.rest().isEnough() : before.isEnough());
    }

    /** Whether the whole got worse: where it did not, there is no loss for a part to have a share of. */
    boolean isOfALoss() {
        return now.mean() > before.mean();
    }

    private boolean isNew() {
        return before.part().isNone();
    }

    /**
     * How probable it is that the part seems to have lost so much more than the rest did, while it lost as much: one-sided,
     * of the difference of both changes in units of its standard error. What hits all rows alike, such as a bad day, is in
     * both and cancels.
     */
    double pValue() {
        double excess = now.apart() - (isNew() ? 0 : before.apart());
        double error = Math.sqrt(now.errorSquared() + (isNew() ? 0 : before.errorSquared()));
        return error > 0 ? NORMAL.survivalProbability(excess / error) : 1;
    }

    /** What the part took from the whole: its share of the rows times what each of them lost more. */
    LostPart lost() {
        LossSum usual = isNew() ? now.rest() : before.part();
        double share = now.part().n() / (double) now.rows();
        double change = now.part().mean() - usual.mean();
        double margin = Confidence.USUAL.normal() * Math.sqrt(now.part().errorSquared() + usual.errorSquared());
        return new LostPart(
                name,
                measure,
                !isNew(),
                now.part().n(),
                share,
                measure.value(usual.mean()),
                measure.value(now.part().mean()),
                new LostPart.Contribution(share * change, share * (change - margin), share * (change + margin)),
                share * change / Math.max(share * change, now.mean() - before.mean()),
                pValue());
    }
}
