package io.leeway.alert;

import java.util.OptionalDouble;
import java.util.Set;

/** How many wrong answers are allowed; see {@link BurnRate}. */
public sealed interface Budget {
    /** The figures it reads of the newest window. */
    Set<String> figures();

    /** How often the share that is allowed fits into a share of wrong answers; empty where that is not known. */
    OptionalDouble burnt(double wrong, Observation newest);

    /**
     * A share of right answers to be reached, whatever the baseline.
     *
     * @param right above 0 and below 1
     */
    record Target(double right) implements Budget {
        public Target {
            if (!(right > 0 && right < 1)) {
                throw new IllegalArgumentException("a target lies between 0 and 1, not " + right);
            }
        }

        @Override
        public Set<String> figures() {
            return Set.of();
        }

        @Override
        public OptionalDouble burnt(double wrong, Observation newest) {
            return OptionalDouble.of(wrong / (1 - right));
        }
    }

    /**
     * So many more wrong answers than on the baseline: 5 classes that are told apart in 40 of 100 cases lose as much by ten
     * more errors in a hundred as 2 that are told apart in 95. Without a baseline nothing is known.
     *
     * @param share above 0 and below 1
     */
    record Loss(double share) implements Budget {
        private static final String BASELINE = "baseline.accuracy";

        public Loss {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("a loss lies between 0 and 1, not " + share);
            }
        }

        @Override
        public Set<String> figures() {
            return Set.of(BASELINE);
        }

        @Override
        public OptionalDouble burnt(double wrong, Observation newest) {
            OptionalDouble baseline = newest.figure(BASELINE);
            return baseline.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.max(0, wrong - (1 - baseline.getAsDouble())) / share);
        }
    }
}
