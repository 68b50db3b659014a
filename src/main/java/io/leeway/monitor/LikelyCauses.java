package io.leeway.monitor;

import io.leeway.cause.LossReport;
import io.leeway.cause.LostPart;
import io.leeway.cause.Percent;
import io.leeway.drift.MovedBin;
import io.leeway.profile.FeatureKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a report says of why, in sentences: where performance was lost, then what drifted, what matters most first. */
public final class LikelyCauses {
    /** More is a list to read and no answer. */
    private static final int MOST_FEATURES = 3;

    private static final int MOST_PARTS = 3;
    private static final int MOST_BINS = 2;

    private LikelyCauses() {}

    /** Of a whole window; none where nothing drifted and nothing was lost. */
    public static List<String> of(WindowReport report) {
        List<String> causes = new ArrayList<>();
        report.insights().losses().ifPresent(losses -> causes.addAll(lost(losses)));
        List<FeatureReport> drifted = report.features().stream()
                .filter(column -> column.figures().has("rank"))
                .sorted(Comparator.comparingDouble(LikelyCauses::rank))
                .toList();
        drifted.stream()
                .filter(column -> column.role() == FeatureKey.Role.FEATURE)
                .limit(MOST_FEATURES)
                .forEach(column -> causes.add(drifted(column)));
        return causes;
    }

    /** Of one feature: where its values went; none where they did not drift. */
    public static List<String> of(WindowReport report, String feature) {
        return report.features().stream()
                .filter(column ->
                        column.name().equals(feature) && !column.moved().isEmpty())
                .limit(1)
                .map(LikelyCauses::drifted)
                .toList();
    }

    private static List<String> lost(LossReport losses) {
        return losses.parts().isEmpty()
                ? List.of(capital(losses.sentence()) + ".")
                : losses.parts().stream()
                        .limit(MOST_PARTS)
                        .map(LostPart::sentence)
                        .map(sentence -> capital(sentence) + ".")
                        .toList();
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String drifted(FeatureReport feature) {
        OptionalDouble importance = feature.figures().get("importance");
        String weight =
                importance.isPresent() ? " (" + Percent.text(importance.getAsDouble()) + " of all importance)" : "";
        String moved = feature.moved().stream()
                .limit(MOST_BINS)
                .map(LikelyCauses::moved)
                .reduce((left, right) -> left + ", " + right)
                .orElseGet(() -> withoutName(feature));
        return feature.name() + " drifted" + weight + ": " + moved + ".";
    }

    private static String withoutName(FeatureReport feature) {
        String name = feature.name() + ": ";
        return feature.reason().startsWith(name) ? feature.reason().substring(name.length()) : feature.reason();
    }

    private static String moved(MovedBin bin) {
        return bin.bin() + " is " + Percent.text(bin.now()) + " of values, " + Percent.text(bin.before()) + " before";
    }

    private static double rank(FeatureReport column) {
        return column.figures().get("rank").orElse(Double.MAX_VALUE);
    }
}
