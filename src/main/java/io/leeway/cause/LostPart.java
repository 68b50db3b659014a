package io.leeway.cause;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import java.util.Locale;

/**
 * A part of a window that lost more than the rest did, beyond chance.
 *
 * @param name of a segment or a range of scores
 * @param onBaseline whether {@code usual} is what the same part had on the baseline; else it is what the rest has now
 * @param n its labelled rows: of recall the positives, of precision those predicted positive
 * @param share of all such rows of the window
 * @param usual the metric where nothing was lost
 * @param now the metric in the window
 * @param contribution what the whole lost by it
 * @param ofLoss the contribution as a share of all that the whole lost, at most 1: the rest may have gained
 * @param pValue that it lost no more than the rest
 */
public record LostPart(
        String name,
        Measure measure,
        boolean onBaseline,
        long n,
        double share,
        double usual,
        double now,
        Contribution contribution,
        double ofLoss,
        double pValue) {
    /** The share times the change of the metric for the worse, with the ends of its interval of 95 %. */
    public record Contribution(double value, double low, double high) {}

    /** "accuracy of state=NY is 71.0 %, 84.2 % on the baseline, in 35.0 % of the rows: 80.0 % of the loss". */
    public String sentence() {
        return measure.metric() + " of " + name + " is " + shown(now) + ", " + shown(usual)
                + (onBaseline ? " on the baseline" : " elsewhere") + ", in " + Percent.text(share) + " of the rows: "
                + Percent.text(ofLoss) + " of the loss";
    }

    private String shown(double value) {
        return measure == Measure.ERROR ? String.format(Locale.ROOT, "%.4g", value) : Percent.text(value);
    }

    void write(ByteWriter out) {
        out.text(name).text(measure.name()).flag(onBaseline).count(n).number(share);
        out.number(usual).number(now).number(contribution.value());
        out.number(contribution.low())
                .number(contribution.high())
                .number(ofLoss)
                .number(pValue);
    }

    static LostPart read(ByteReader in) {
        return new LostPart(
                in.text(),
                Measure.valueOf(in.text()),
                in.flag(),
                in.count(),
                in.number(),
                in.number(),
                in.number(),
                new Contribution(in.number(), in.number(), in.number()),
                in.number(),
                in.number());
    }
}
