package io.leeway.estimate;

import io.leeway.sketch.BinCounts;
import java.util.Map;

/** What is counted of a window's answers, on the bins of the reference. */
public interface Answers {
    /** The scores of a binary model. */
    BinCounts scores();

    /** The scores of the rows it called positive. */
    BinCounts called();

    /** How often a model of several classes answered each with how much confidence. */
    Map<Call, Long> calls();

    /** The rows whose class or confidence is not told apart. */
    long otherCalls();

    /** The answers of a regression by display bin of the reference's. */
    long[] predictions();
}
