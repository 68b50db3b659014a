package io.leeway.proof;

import io.leeway.event.BatchBuilder;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Draws one value of a feature and puts it into the row in hand. */
interface Draw {
    void put(BatchBuilder rows, int feature, RandomGenerator random);

    static Draw numbers(ToDoubleFunction<RandomGenerator> numbers) {
        return (rows, feature, random) -> rows.featureNumber(feature, numbers.applyAsDouble(random));
    }

    static Draw categories(ToIntFunction<RandomGenerator> categories) {
        return (rows, feature, random) -> rows.featureText(feature, "c" + categories.applyAsInt(random));
    }

    static Draw normal(double mean, double deviation) {
        return numbers(random -> mean + deviation * random.nextGaussian());
    }

    /** Categories 0, 1, ... whose shares fall as 1, 1/2, 1/3, ... */
    static Draw zipf(int categories) {
        double[] upTo = new double[categories];
        double sum = 0;
        for (int category = 0; category < categories; category++) {
            sum += 1.0 / (category + 1);
            upTo[category] = sum;
        }
        double all = sum;
        return categories(random -> {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * all);
            return Math.min(categories - 1, found >= 0 ? found : -found - 1);
        });
    }

    /** This one, but for a share of values drawn elsewhere. */
    default Draw mixed(double share, Draw other) {
        return (rows, feature, random) -> (random.nextDouble() < share ? other : this).put(rows, feature, random);
    }

    /** This one, but for a share of values that are missing. */
    default Draw missing(double share) {
        return mixed(share, (rows, feature, random) -> rows.featureMissing(feature));
    }
}
