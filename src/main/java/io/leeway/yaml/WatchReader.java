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

    static Optional<Watch> watch(Section section, List<Glob> models) {
        Optional<String> measurement =
                section.needed("measurement").flatMap(text -> text.oneOf(Watchable.NAMES, name -> name));
        Optional<WindowSize> window = section.needed("window")
                .flatMap(text -> text.oneOf(Arrays.asList(WindowSize.values()), WindowSize::text));
        if (measurement.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        return watch(section, Watchable.of(measurement.get()), window.get(), models);
    }

    private static Optional<Watch> watch(Section section, Watchable measurement, WindowSize window, List<Glob> models) {
        List<String> known = new ArrayList<>(measurement.tags());
        known.addAll(List.of("measurement", "per"));
        section.only(known.toArray(String[]::new));
        List<String> per = section.texts("per").stream()
                .flatMap(text -> text.oneOf(measurement.tags(), tag -> tag).stream())
                .toList();
        Map<String, String> only = fixed(section, measurement, window, per);
        if (!complete(section, measurement, only, per)) {
            return Optional.empty();
        }
        return Optional.of(new Watch(measurement.measurement(), new Tags(only), per, models));
    }

    private static Map<String, String> fixed(
            Section section, Watchable measurement, WindowSize window, List<String> per) {
        Map<String, String> only = new TreeMap<>(Map.of("version", "*", "segment", "all"));
        only.keySet().retainAll(measurement.tags());
        only.keySet().removeAll(per);
        for (String tag : measurement.tags()) {
            section.text(tag).ifPresent(text -> only.put(tag, text.value()));
        }
        only.put("window", window.text());
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
