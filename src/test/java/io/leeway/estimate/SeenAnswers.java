package io.leeway.estimate;

import io.leeway.sketch.BinCounts;
import java.util.Map;

/** The answers of a window that was made up. */
record SeenAnswers(BinCounts scores, BinCounts called, Map<Call, Long> calls, long otherCalls, long[] predictions)
        implements Answers {
    static Answers scores(BinCounts scores, BinCounts called) {
        return new SeenAnswers(scores, called, Map.of(), 0, new long[0]);
    }

    static Answers calls(Map<Call, Long> calls, long others) {
        return new SeenAnswers(new BinCounts(), new BinCounts(), calls, others, new long[0]);
    }

    static Answers predictions(long... rows) {
        return new SeenAnswers(new BinCounts(), new BinCounts(), Map.of(), 0, rows);
    }
}
