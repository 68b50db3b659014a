package io.leeway.joint;

import io.leeway.statistics.Distance;

/** One way in which rows can differ from others. */
interface Measure {
    /** How far a window lies from a reference. */
    Distance distance(Spread window, Spread reference);

    /** Whether its law rests on the reference's own windows, because it is not one of means. */
    boolean needsWindows();

    /** The name in reports: {@code mean_shift}, {@code reconstruction}, {@code correlation}. */
    String test();

    /** What was found, in words. */
    String words(Spread window, Spread reference);

    private static double noise(Spread window, Spread reference) {
        return 1.0 / window.n() + 1.0 / reference.n();
    }

    /**
     * The means of all features at once, in standard deviations along the principal components: H. Hotelling's T² over
     * {@code 1/n + 1/m}. Components without variance are left out.
     */
    record MeanShift(Components components) implements Measure {
        @Override
        public Distance distance(Spread window, Spread reference) {
            return new Distance(components.shift(window, reference), components.held(), noise(window, reference));
        }

        @Override
        public boolean needsWindows() {
            return false;
        }

        @Override
        public String test() {
            return "mean_shift";
        }

        @Override
        public String words(Spread window, Spread reference) {
            return "the means of all features together moved";
        }
    }

    /**
     * The mean squared distance of rows from the space of the reference's first principal components. The variance of a row's
     * is that of normal values; what others have more shows in the reference's windows.
     */
    record Reconstruction(Components components) implements Measure {
        @Override
        public Distance distance(Spread window, Spread reference) {
            double apart = components.leftOver(window, reference) - components.leftOver(reference, reference);
            return new Distance(apart * apart / components.leftOverVariance(), 1, noise(window, reference));
        }

        @Override
        public boolean needsWindows() {
            return true;
        }

        @Override
        public String test() {
            return "reconstruction";
        }

        @Override
        public String words(Spread window, Spread reference) {
            return Wording.fromTo(
                    "what principal components leave over of a row",
                    components.leftOver(window, reference),
                    components.leftOver(reference, reference));
        }
    }

    /** The correlation of two features, by Fisher's transform. */
    record Correlation(int one, int other, String oneName, String otherName) implements Measure {
        @Override
        public Distance distance(Spread window, Spread reference) {
            double apart = window.fisher(one, other) - reference.fisher(one, other);
            double noise = 1.0 / Math.max(1, window.n() - 3) + 1.0 / Math.max(1, reference.n() - 3);
            return new Distance(apart * apart, 1, noise);
        }

        @Override
        public boolean needsWindows() {
            return true;
        }

        @Override
        public String test() {
            return "correlation";
        }

        @Override
        public String words(Spread window, Spread reference) {
            return Wording.fromTo(
                    "the correlation of " + oneName + " and " + otherName,
                    window.correlation(one, other),
                    reference.correlation(one, other));
        }
    }
}
