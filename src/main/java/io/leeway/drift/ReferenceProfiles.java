package io.leeway.drift;

import io.leeway.catalog.Model;
import io.leeway.catalog.ModelSettings;
import io.leeway.event.Batch;
import io.leeway.profile.Layout;
import io.leeway.profile.Profile;
import io.leeway.profile.Profiler;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Profiles of reference rows, or of some of them, on the bins they all cut. */
final class ReferenceProfiles {
    private final Batch reference;
    private final ModelSettings settings;
    private final Profiler profiler;
    private final int[] rows;

    ReferenceProfiles(Batch reference, Model model, Layout layout) {
        this(reference, model, layout, IntStream.range(0, reference.size()).toArray());
    }

    ReferenceProfiles(Batch reference, Model model, Layout layout, int[] rows) {
        this.reference = reference;
        this.settings = model.settings();
        this.profiler = new Profiler(reference, model, List.of(layout));
        this.rows = rows;
    }

    Profile whole() {
        return profile(rows);
    }

    SortedMap<Instant, Profile> baseWindows() {
        TreeMap<Instant, List<Integer>> starts = Arrays.stream(rows)
                .boxed()
                .collect(Collectors.groupingBy(this::start, TreeMap::new, Collectors.toList()));
        SortedMap<Instant, Profile> windows = new TreeMap<>();
        starts.forEach((start, members) -> windows.put(
                start, profile(members.stream().mapToInt(Integer::intValue).toArray())));
        return windows;
    }

    private Instant start(int row) {
        return settings.base().startOf(Instant.ofEpochMilli(reference.timestamps()[row]), settings.zone());
    }

    private Profile profile(int[] some) {
        Profile profile = new Profile();
        profiler.add(profile, some, some.length);
        return profile;
    }
}
