package io.leeway.truth;

import io.leeway.bytes.ByteReader;
import io.leeway.bytes.ByteWriter;
import io.leeway.sketch.ExactSum;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Scores beside what came true, in ten bins of equal width over [0, 1]: how many, the sum of their scores, and how many
 * were positive. The bin of a score s is {@code min(floor(10 s), 9)}.
 */
final class CalibrationBins {
    private static final int BINS = 10;

    private final long[] counts = new long[BINS];
    private final long[] positives = new long[BINS];
    private final ExactSum[] scores = Stream.generate(ExactSum::new).limit(BINS).toArray(ExactSum[]::new);

    void add(Outcome.Binary outcome) {
        int bin = bin(outcome.score());
        counts[bin]++;
        positives[bin] += outcome.actual() ? 1 : 0;
        scores[bin].add(outcome.score());
    }

    void remove(Outcome.Binary outcome) {
        int bin = bin(outcome.score());
        counts[bin]--;
        positives[bin] -= outcome.actual() ? 1 : 0;
        scores[bin].add(-outcome.score());
    }

    void merge(CalibrationBins other) {
        for (int bin = 0; bin < BINS; bin++) {
            counts[bin] += other.counts[bin];
            positives[bin] += other.positives[bin];
            scores[bin].merge(other.scores[bin]);
        }
    }

    /**
     * The expected calibration error: the distance between mean score and share of positives, averaged over the bins by
     * their counts. Absent without scores. Naeini, Cooper, Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602.
     */
    OptionalDouble expectedError() {
        return expectedErrorWithout(new CalibrationBins());
    }

    /** That of all but a part. */
    OptionalDouble expectedErrorWithout(CalibrationBins part) {
        long n = Arrays.stream(counts).sum() - Arrays.stream(part.counts).sum();
        double distance = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double score = scores[bin].value() - part.scores[bin].value();
            distance += Math.abs(score - (positives[bin] - part.positives[bin]));
        }
        return n < 1 ? OptionalDouble.empty() : OptionalDouble.of(distance / n);
    }

    void write(ByteWriter out) {
        for (int bin = 0; bin < BINS; bin++) {
            out.whole(counts[bin]).whole(positives[bin]);
            scores[bin].write(out);
        }
    }

    static CalibrationBins read(ByteReader in) {
        CalibrationBins bins = new CalibrationBins();
        for (int bin = 0; bin < BINS; bin++) {
            bins.counts[bin] = in.whole();
            bins.positives[bin] = in.whole();
            bins.scores[bin] = ExactSum.read(in);
        }
        return bins;
    }

    private static int bin(double score) {
        return Math.min((int) (BINS * score), BINS - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CalibrationBins bins
                && Arrays.equals(counts, bins.counts)
                && Arrays.equals(positives, bins.positives)
                && Arrays.equals(scores, bins.scores);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }
}
