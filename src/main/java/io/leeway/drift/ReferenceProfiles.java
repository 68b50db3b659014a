package io.leeway.drift;

import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.profile.Layout;
import io.leeway.profile.Profile;
import io.leeway.profile.Profiler;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Profiles of reference rows on the bins they cut themselves. */
final class ReferenceProfiles {
    private final Batch reference;
    private final ModelSettings settings;
    private final Profiler profiler;

    ReferenceProfiles(Batch reference, Model model, Layout layout) {
        this.reference = reference;
        this.settings = model.settings();
        this.profiler = new Profiler(reference, model, List.of(layout));
    }

    Profile whole() {
        return profile(rows().toArray());
    }

    SortedMap<Instant, Profile> baseWindows() {
        TreeMap<Instant, List<Integer>> rows =
                rows().boxed().collect(Collectors.groupingBy(this::start, TreeMap::new, Collectors.toList()));
        SortedMap<Instant, Profile> windows = new TreeMap<>();
        rows.forEach((start, members) -> windows.put(
                start, profile(members.stream().mapToInt(Integer::intValue).toArray())));
        return windows;
    }

    private IntStream rows() {
        return IntStream.range(0, reference.size());
    }

    private Instant start(int row) {
        return settings.base().startOf(Instant.ofEpochMilli(reference.timestamps()[row]), settings.zone());
    }

    private Profile profile(int[] rows) {
        Profile profile = new Profile();
        profiler.add(profile, rows, rows.length);
        return profile;
    }
}
