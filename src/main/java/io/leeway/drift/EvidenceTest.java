package io.leeway.drift;

/** A test that is ready to be judged together with others. */
sealed interface EvidenceTest permits ValueTest, RateChangeTest, VolumeChangeTest {
    double pValue();

    /** What it found, once its family is judged. */
    Finding conclude(Ruling ruling);

    /**
     * What the family says of one test.
     *
     * @param level the p-value up to which tests of the family are rejected
     */
    record Ruling(double qValue, double level, boolean rejected) {
        /** A ratio of evidence to limit, on the side of 1 where the verdict stands: rounding decides nothing. */
        double score(double ratio) {
            return rejected ? Math.max(ratio, Math.nextUp(1.0)) : Math.min(ratio, 1.0);
        }
    }
}
