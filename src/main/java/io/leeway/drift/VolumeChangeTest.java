package io.leeway.drift;

import io.leeway.statistics.VolumeTest;

/** The number of rows of a window against its reference. */
record VolumeChangeTest(VolumeTest test) implements EvidenceTest {
    /** A fifth more or less is the weather, a holiday next door, a campaign: nobody gets up for it. */
    private static final double TOLERANCE = 0.2;

    @Override
    public double pValue() {
        return test.pValue(TOLERANCE);
    }

    @Override
    public Finding conclude(Ruling ruling) {
        double least = test.least(ruling.level(), TOLERANCE);
        return new Finding(
                Subject.VOLUME,
                ruling.rejected(),
                ruling.score(test.score(ruling.level(), TOLERANCE)),
                ruling.qValue(),
                () -> new Finding.Limit(test.n(), least),
                () -> sentence(least));
    }

    private String sentence(double least) {
        String line = least < 0
                ? "no number would be too small"
                : "drift begins at " + Wording.whole((long) Math.ceil(least) - 1);
        return Wording.whole(test.n()) + " rows, " + Wording.whole(Math.round(test.expected())) + " are usual; " + line;
    }
}
