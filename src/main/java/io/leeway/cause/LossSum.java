package io.leeway.cause;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.ExactMoments;

/**
 * What some rows lost: 1 each for a wrong answer, or the distance of a number from the truth.
 *
 * @param n how many rows
 * @param sum of what they lost
 * @param squares the sum of its squares; that of losses of 0 and 1 is their sum
 * @param areShares whether each row lost 0 or 1
 */
public record LossSum(long n, double sum, double squares, boolean areShares) {
    /** Fewer rows on a side name nothing: the normal law that names it would be a guess. */
    private static final int FEWEST = 30;

    /** No row. */
    public static final LossSum NONE = new LossSum(0, 0, 0, true);

    /** So many rows of which some are wrong. */
    public static LossSum ofWrong(long wrong, long n) {
        return new LossSum(n, wrong, wrong, true);
    }

    /** That of distances. */
    public static LossSum ofDistances(ExactMoments distances) {
        return new LossSum(distances.n(), distances.sum(), distances.sumOfSquares(), false);
    }

    /** The rows that are left without some of them. */
    LossSum without(LossSum part) {
        return new LossSum(n - part.n, sum - part.sum, squares - part.squares, areShares);
    }

    boolean isEnough() {
        return n >= FEWEST;
    }

    boolean isNone() {
        return n == 0;
    }

    /** What a row lost on average; NaN without rows. */
    double mean() {
        return sum / n;
    }

    /**
     * The mean as a test takes it: of shares with half a loss and half a row without one more, which keeps differences of
     * four shares honest down to few and rare losses (R. M. Price, D. G. Bonett 2004, doi:10.1016/S0167-9473(03)00007-0).
     */
    double tested() {
        return areShares ? (sum + 0.5) / (n + 1) : mean();
    }

    /** The square of the standard error of {@link #tested}, each row taken to err on its own. */
    double errorSquared() {
        double share = tested();
        return areShares
                ? share * (1 - share) / (n + 1)
                : Math.max(0, squares / n - share * share) / Math.max(1, n - 1);
    }

    void write(ByteWriter out) {
        out.count(n).number(sum).number(squares).flag(areShares);
    }

    static LossSum read(ByteReader in) {
        return new LossSum(in.count(), in.number(), in.number(), in.flag());
    }
}
