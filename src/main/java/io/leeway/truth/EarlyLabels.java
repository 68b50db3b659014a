package io.leeway.truth;

import io.leeway.statistics.Bounds;
import io.leeway.statistics.Confusion;
import io.leeway.statistics.Estimate;
import io.leeway.statistics.Figures;
import io.leeway.statistics.Scale;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What all labels of a window will say, from those that came early, when the labels of one class come later than those of
 * the other: fraud is reported weeks after what is no fraud has been taken for granted. Each labelled row stands for as many
 * as its class has labels known at this age, the inverse of its probability to be known. D. G. Horvitz, D. J. Thompson
 * 1952, doi:10.1080/01621459.1952.10483446.
 *
 * <p>Holds where a label's delay depends on its class and not, beyond that, on what was predicted, and where delays are
 * what they were. Errors by the delta method, from three figures that are independent: the odds of the classes, and the share
 * called positive in each.
 *
 * @param positives how positives came known
 * @param negatives how negatives did
 */
public record EarlyLabels(Known positives, Known negatives) {
    private static final double STEP = 1e-5;

    /** Below it nothing is said of how labels of a class come. */
    private static final long FEWEST = 100;

    /** From here on the rest could not be seen in any figure. */
    private static final double NEARLY_ALL = 0.999;

    /**
     * How labels of one class come to be known.
     *
     * @param share of its rows whose label is known at the age in question
     * @param history from how many labels that share is known
     */
    public record Known(double share, long history) {
        /** Of rows of these ages. */
        public static Known of(LabelDelays delays, Map<Duration, Long> rowsByAge) {
            return new Known(delays.known(rowsByAge), delays.total());
        }

        private double relativeVariance() {
            return (1 - share) / (share * history);
        }
    }

    /** Whether something is to be corrected, and enough is known to do so. */
    public boolean matters() {
        return Math.min(positives.history, negatives.history) >= FEWEST
                && Math.min(positives.share, negatives.share) < NEARLY_ALL;
    }

    /** {@code positives_known} and {@code negatives_known}: which share of each class is expected to be known. */
    public Figures figures() {
        return new Figures().put("positives_known", positives.share).put("negatives_known", negatives.share);
    }

    /** What was done about it. */
    public String remark() {
        return "corrected for labels still to come: " + Wording.percent(positives.share) + " of the positives and "
                + Wording.percent(negatives.share) + " of the negatives are expected to be known";
    }

    /**
     * The metrics of the decisions that have a value, as precision has none where nothing was called positive; none at all
     * where a class has no label yet, or none can be expected to.
     */
    public Performance performance(Confusion labelled) {
        long negativesKnown = labelled.tn() + labelled.fp();
        if (labelled.positives() < 1 || negativesKnown < 1 || !(positives.share() > 0) || !(negatives.share() > 0)) {
            return Performance.NONE;
        }
        Rates rates = new Rates(
                Math.log(labelled.positives() / positives.share() / (negativesKnown / negatives.share())),
                (double) labelled.tp() / labelled.positives(),
                (double) labelled.fp() / negativesKnown);
        double[] variances = {
            1.0 / labelled.positives()
                    + 1.0 / negativesKnown
                    + positives.relativeVariance()
                    + negatives.relativeVariance(),
            variance(labelled.tp(), labelled.positives()),
            variance(labelled.fp(), negativesKnown)
        };
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        Rates.METRICS.forEach((name, metric) -> {
            if (Double.isFinite(metric.applyAsDouble(rates))) {
                metrics.put(name, estimate(rates, variances, metric));
            }
        });
        return new Performance(metrics);
    }

    /** Of a share, with half a row added to either side: never 0. */
    private static double variance(long part, long whole) {
        double share = (part + 0.5) / (whole + 1);
        return share * (1 - share) / whole;
    }

    private static Estimate estimate(Rates rates, double[] variances, ToDoubleFunction<Rates> metric) {
        double value = metric.applyAsDouble(rates);
        double variance = 0;
        for (int i = 0; i < variances.length; i++) {
            double slope = (metric.applyAsDouble(rates.moved(i, STEP)) - metric.applyAsDouble(rates.moved(i, -STEP)))
                    / (2 * STEP);
            variance += slope * slope * variances[i];
        }
        return new Estimate(value, Bounds.normal(Scale.LOG_ODDS, value, Math.sqrt(variance)));
    }

    /**
     * What metrics are functions of.
     *
     * @param odds the logarithm of positives to negatives
     * @param hits the share of positives called so
     * @param falseAlarms the share of negatives called positive
     */
    private record Rates(double odds, double hits, double falseAlarms) {
        static final Map<String, ToDoubleFunction<Rates>> METRICS = Map.of(
                "positive_rate", Rates::positive,
                "accuracy", Rates::accuracy,
                "precision", Rates::precision,
                "recall", Rates::hits,
                "f1", Rates::f1);

        Rates moved(int which, double by) {
            return switch (which) {
                case 0 -> new Rates(odds + by, hits, falseAlarms);
                case 1 -> new Rates(odds, hits + by, falseAlarms);
                default -> new Rates(odds, hits, falseAlarms + by);
            };
        }

        double positive() {
            return 1 / (1 + Math.exp(-odds));
        }

        double accuracy() {
            return positive() * hits + (1 - positive()) * (1 - falseAlarms);
        }

        double precision() {
            return positive() * hits / called();
        }

        double f1() {
            return 2 * positive() * hits / (positive() + called());
        }

        private double called() {
            return positive() * hits + (1 - positive()) * falseAlarms;
        }
    }
}
