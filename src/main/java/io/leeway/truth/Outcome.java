package io.leeway.truth;

import io.leeway.event.ItemList;

/** A prediction beside its ground truth, as a task sees it. */
public sealed interface Outcome {
    /** What the answer cost: 1 for a wrong class, 0 for the right one; of a number the absolute error; of a list up to 1. */
    double loss();

    /** Whether a loss of it says anything: no answer could have been good or bad where nothing was asked for. */
    default boolean costs() {
        return true;
    }

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

    /**
     * A list of items, best first.
     *
     * @param relevant what turned out to be, with its gains
     */
    record Ranking(ItemList answer, ItemList relevant) implements Outcome {
        /** Whether anything was relevant: else no answer could have been good, and none was bad. */
        boolean isScored() {
            return !relevant.relevant().isEmpty();
        }

        @Override
        public boolean costs() {
            return isScored();
        }

        /** 1 less the normalised discounted gain of the first ten items. */
        @Override
        public double loss() {
            return isScored() ? 1 - RankingScores.of(answer, relevant).ndcg(10) : 0;
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
