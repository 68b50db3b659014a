package io.leeway.drift;

import io.leeway.statistics.Share;
import java.util.List;
import java.util.Optional;

/** What one test of a feature looks at: counts of a closed window beside those of its reference. */
public sealed interface Evidence permits ValueEvidence, RateEvidence, StuckEvidence, VolumeEvidence {
    /**
     * The least number of rows on either side. With fewer a change worth a mail would mostly be missed: "stable" would be a
     * guess. The laws hold down to here: with ten bins and 30 rows 0.9 % false alarms were measured at a nominal 1 %, 0.13 %
     * at 0.1 %.
     */
    long LEAST_ROWS = 30;

    /** What is tested. */
    Subject subject();

    /** Why there is nothing to test; empty when there is. */
    Optional<String> obstacle();

    /**
     * The same spread of fewer rows: what would be known had only these shares of them come.
     *
     * @param ofWindow from 0 to 1
     * @param ofReference from 0 to 1
     */
    Evidence thinned(double ofWindow, double ofReference);

    /** The test under these settings, valid when there is no obstacle. */
    EvidenceTest test(JudgeSettings settings);

    /** Whether so many rows can be judged. */
    static boolean isEnough(long rows) {
        return rows >= LEAST_ROWS;
    }

    /** The rates of windows of a reference that have enough rows to show their own noise. */
    static List<Share> enough(List<Share> windows) {
        return windows.stream().filter(window -> isEnough(window.n())).toList();
    }

    /** Says which side has too few rows. */
    static Optional<String> tooFew(long n, long m) {
        if (!isEnough(n)) {
            return Optional.of(Wording.count(n) + " in the window, at least " + LEAST_ROWS + " are needed");
        }
        if (!isEnough(m)) {
            return Optional.of(Wording.count(m) + " in the baseline, at least " + LEAST_ROWS + " are needed");
        }
        return Optional.empty();
    }
}
