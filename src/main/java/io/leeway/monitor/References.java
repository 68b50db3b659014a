package io.leeway.monitor;

import io.leeway.catalog.ModelSettings;
import io.leeway.catalog.ReferenceRule;
import io.leeway.drift.Reference;
import io.leeway.drift.WindowComparison;
import io.leeway.joint.JointReport;
import io.leeway.profile.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the windows of a model are compared with, each reference in the order of the settings. All of them are counted on the
 * bins of one baseline: rows of the past that were held against another say nothing of values.
 *
 * <p>A reference made of windows follows from what is stored, so it changes with late rows, and whoever is compared with
 * them is reported again ({@link DueWindows}). Windows in which something was wrong are part of it like all others.
 */
final class References {
    private final KnownModel model;
    private final ModelSettings settings;
    private final Baselines baselines;
    private final WindowSums sums;
    private final long dropped;

    /**
     * The references of a model's windows.
     *
     * @param dropped before which nothing is kept of windows, epoch milliseconds
     */
    References(KnownModel model, Baselines baselines, WindowSums sums, long dropped) {
        this.model = model;
        this.settings = model.definition().settings();
        this.baselines = baselines;
        this.sums = sums;
        this.dropped = dropped;
    }

    KnownModel model() {
        return model;
    }

    /** Whether any reference is made of windows of the log. */
    static boolean anyPast(ModelSettings settings) {
        return settings.watching().references().stream().anyMatch(ReferenceRule::isPast);
    }

    /** Whether windows alike in all but their time may be compared with something else. */
    static boolean differ(ModelSettings settings) {
        return settings.watching().references().stream()
                .anyMatch(reference -> !(reference instanceof ReferenceRule.Baseline));
    }

    /** What is found in features together; of the whole of a closed window whose rows all stand on the baseline. */
    Optional<JointReport> joint(WindowKey key, boolean closed, Profile window, ModelBaseline baseline) {
        boolean judged =
                closed && key.isOfWhole() && window.rowsOn(baseline.baseline().id()) == window.rows();
        return judged
                ? baselines
                        .manyInputs()
                        .report(key.size(), window, baseline.baseline(), settings, settings.familyAlpha())
                : Optional.empty();
    }

    /** What finds the segment that is all of a drift; of use where the baseline is the first reference. */
    OneSegment oneSegment() {
        return new OneSegment(model.definition(), baselines, sums);
    }

    /** What finds where performance was lost. */
    LostPerformance lostPerformance() {
        return new LostPerformance(model.definition(), baselines, sums);
    }

    /** What one window is compared with. One that is open is not compared with windows of the past: it is not judged. */
    List<Watched> of(WindowKey key, boolean closed, ModelBaseline baseline) {
        List<Watched> watched = new ArrayList<>();
        for (ReferenceRule rule : settings.watching().references()) {
            if (rule instanceof ReferenceRule.Baseline) {
                watched.add(baseline(rule, key, baseline));
            } else if (rule instanceof ReferenceRule.SeasonalBaseline) {
                watched.add(season(rule, key, baseline));
            } else if (closed) {
                watched.add(past(rule, key, baseline));
            }
        }
        return watched;
    }

    private Watched season(ReferenceRule rule, WindowKey key, ModelBaseline baseline) {
        ZoneId zone = settings.zone();
        Reference reference = baseline.baseline()
                .reference(key.size(), zone, start -> key.size().isSameTimeOfWeek(start, key.start(), zone));
        return new Watched(rule.text(), reference.n(), new WindowComparison(reference));
    }

    /** The start of the first whole window with rows, epoch milliseconds: before it nothing is known of a model. */
    private long first(WindowKey key) {
        long row = Math.max(model.first(), dropped);
        Instant start = key.size().startOf(Instant.ofEpochMilli(row), settings.zone());
        return start.toEpochMilli() == row
                ? row
                : key.size().endOf(start, settings.zone()).toEpochMilli();
    }

    private Watched baseline(ReferenceRule rule, WindowKey key, ModelBaseline baseline) {
        return new Watched(rule.text(), baseline.baseline().n(), baselines.comparison(baseline, key, settings.zone()));
    }

    private Watched past(ReferenceRule rule, WindowKey key, ModelBaseline baseline) {
        ZoneId zone = settings.zone();
        List<Profile> windows = new ArrayList<>();
        for (Instant start : rule.windows(key.size(), key.start(), zone)) {
            if (start.toEpochMilli() >= first(key)) {
                windows.add(sums.past(key.at(start), key.size().endOf(start, zone)));
            }
        }
        Reference reference = Reference.ofWindows(baseline.baseline().layout(), windows);
        return new Watched(rule.text(), reference.n(), new WindowComparison(reference));
    }
}
