package io.leeway.truth;

/** A prediction beside its ground truth, as a task sees it. */
public sealed interface Outcome {
    /** What the answer cost: 1 for a wrong class, 0 for the right one; of a number the absolute error. */
    double loss();

    /**
     * One of two classes.
     *
     * @param predicted whether the positive class was predicted: the logged decision, not the score cut again
     * @param actual whether it was the positive class
     * @param score the probability of the positive class, 0 to 1; NaN where none was logged
     */
    record Binary(boolean predicted, boolean actual, double score) implements Outcome {
        public boolean hasScore() {
            return !Double.isNaN(score);
        }

        @Override
        public double loss() {
            return predicted == actual ? 0 : 1;
        }
    }

    /** One of several classes. */
    record Multiclass(String predicted, String actual) implements Outcome {
        @Override
        public double loss() {
            return predicted.equals(actual) ? 0 : 1;
        }
    }

    /** A number; neither is larger than {@link io.leeway.sketch.ExactMoments#LARGEST}. */
    record Regression(double predicted, double actual) implements Outcome {
        /** Positive where the model said too much. */
        public double error() {
            return predicted - actual;
        }

        @Override
        public double loss() {
            return Math.abs(error());
        }
    }
}
