package io.leeway.yaml;

import io.leeway.alert.Tags;
import io.leeway.alert.Watch;
import io.leeway.alert.Watchable;
import io.leeway.catalog.WindowSize;
import io.leeway.text.Glob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code {measurement: drift, window: 1d, version: "*", segment: all, per: [model, feature]}}. Every tag of the
 * measurement is either fixed here or one of {@code per}; version and segment are the whole model unless said otherwise.
 */
final class WatchReader {
    /** A feature has one role, and rules see what the first reference of a model says, so nobody needs to say either. */
    private static final Set<String> IMPLIED = Set.of("role", "reference");

    private WatchReader() {}

    /** What a rule watches, if it is one of these measurements; one alone need not be written. */
    static Optional<Watch> watch(Section section, List<String> measurements, List<Glob> models) {
        return measurement(section, measurements)
                .map(Watchable::of)
                .filter(measurement -> !measurement.hasWindows() || hasWindow(section))
                .flatMap(measurement -> watch(section, measurement, models));
    }

    private static Optional<String> measurement(Section section, List<String> measurements) {
        return measurements.size() == 1 && !section.keys().contains("measurement")
                ? Optional.of(measurements.get(0))
                : section.needed("measurement").flatMap(text -> text.oneOf(measurements, name -> name));
    }

    private static boolean hasWindow(Section section) {
        return section.needed("window")
                .flatMap(text -> text.oneOf(Arrays.asList(WindowSize.values()), WindowSize::text))
                .isPresent();
    }

    private static Optional<Watch> watch(Section section, Watchable measurement, List<Glob> models) {
        List<String> known = new ArrayList<>(measurement.tags());
        known.addAll(List.of("measurement", "per"));
        section.only(known.toArray(String[]::new));
        List<String> per = section.texts("per").stream()
                .flatMap(text -> text.oneOf(measurement.tags(), tag -> tag).stream())
                .toList();
        Map<String, String> only = fixed(section, measurement, per);
        if (!complete(section, measurement, only, per)) {
            return Optional.empty();
        }
        return Optional.of(new Watch(measurement.measurement(), new Tags(only), per, models));
    }

    private static Map<String, String> fixed(Section section, Watchable measurement, List<String> per) {
        Map<String, String> only = new TreeMap<>(Map.of("version", "*", "segment", "all"));
        only.keySet().retainAll(measurement.tags());
        only.keySet().removeAll(per);
        for (String tag : measurement.tags()) {
            section.text(tag).ifPresent(text -> only.put(tag, text.value()));
        }
        return only;
    }

    private static boolean complete(
            Section section, Watchable measurement, Map<String, String> only, List<String> per) {
        boolean complete = true;
        for (String tag : measurement.tags()) {
            if (!only.containsKey(tag) && !per.contains(tag) && !IMPLIED.contains(tag)) {
                section.problem("per", "per must name " + tag + ", or " + tag + " must be given a value");
                complete = false;
            }
        }
        if (!per.contains("model")) {
            section.problem("per", "per must name model");
            complete = false;
        }
        return complete;
    }
}
