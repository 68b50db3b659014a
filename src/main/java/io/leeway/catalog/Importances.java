package io.leeway.catalog;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How much a model makes of each of its features: shares of the importances its owner uploaded, so that the scale does not
 * matter (gain, mean absolute SHAP value, permutation importance).
 *
 * @param shares by feature, together 1; empty where nothing was uploaded
 */
public record Importances(Map<String, Double> shares) {
    private static final double LITTLE = 0.5;

    public Importances {
        shares = Map.copyOf(shares);
    }

    /** What settings say. */
    public static Importances of(ModelSettings settings) {
        double all = settings.features().values().stream()
                .mapToDouble(feature -> feature.importance().orElse(0))
                .sum();
        Map<String, Double> shares = new TreeMap<>();
        if (all > 0) {
            settings.features()
                    .forEach((name, feature) ->
                            shares.put(name, feature.importance().orElse(0) / all));
        }
        return new Importances(shares);
    }

    /**
     * Whether the model makes more than little of a feature: at least half of what each feature with any importance would have
     * were all of them alike; of every feature where nothing was uploaded.
     */
    public boolean matters(String feature) {
        long some = shares.values().stream().filter(share -> share > 0).count();
        return shares.isEmpty() || shares.getOrDefault(feature, 0.0) >= LITTLE / some;
    }

    /** The share of a feature, 0 for one that was left out; absent where nothing was uploaded. */
    public OptionalDouble share(String feature) {
        return shares.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(shares.getOrDefault(feature, 0.0));
    }
}
