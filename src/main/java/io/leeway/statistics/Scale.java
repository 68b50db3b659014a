package io.leeway.statistics;

/**
 * The scale on which an estimate is taken for normal. A standard error on the plain scale becomes one here by the delta
 * method, and what is laid around the value never leaves the scale's range.
 */
public enum Scale {
    /** All numbers. */
    PLAIN {
        @Override
        boolean holds(double value) {
            return Double.isFinite(value);
        }

        @Override
        Interval around(double value, double half) {
            return new Interval(value - half, value + half);
        }
    },
    /** Numbers above 0, by their logarithm. */
    LOG {
        @Override
        boolean holds(double value) {
            return value > 0 && Double.isFinite(value);
        }

        @Override
        Interval around(double value, double half) {
            return new Interval(value * Math.exp(-half / value), value * Math.exp(half / value));
        }
    },
    /** Shares between 0 and 1, by the logarithm of their odds. */
    LOG_ODDS {
        @Override
        boolean holds(double value) {
            return value > 0 && value < 1;
        }

        @Override
        Interval around(double value, double half) {
            double odds = Math.log(value / (1 - value));
            double step = half / (value * (1 - value));
            return new Interval(share(odds - step), share(odds + step));
        }

        private double share(double odds) {
            return 1 / (1 + Math.exp(-odds));
        }
    },
    /** Correlations between -1 and 1, by Fisher's z, the inverse hyperbolic tangent. */
    CORRELATION {
        @Override
        boolean holds(double value) {
            return value > -1 && value < 1;
        }

        @Override
        Interval around(double value, double half) {
            double z = Math.log1p(value) / 2 - Math.log1p(-value) / 2;
            double step = half / (1 - value * value);
            return new Interval(Math.tanh(z - step), Math.tanh(z + step));
        }
    };

    /** Whether a value lies inside the scale, not at its ends. */
    abstract boolean holds(double value);

    /** The interval that reaches {@code half} to either side, as measured on the plain scale near the value. */
    abstract Interval around(double value, double half);
}
